import { Accordion, Box, Button, Flex, Typography } from '@strapi/design-system';
import { useEffect, useState, type FormEvent } from 'react';
import { PHASES } from './policy-phases';
import { PageLayout } from '../../components/page-layout';
import { useTriageText } from '../../lib/text';
import { LoadStates } from './load-states';
import { PhaseItem } from './phase-item';
import { ReplayDialog } from './replay-dialog';
import { useActions } from './use-actions';
import { useLeaveWarning } from './use-leave-warning';
import { usePolicy } from './use-policy';

/** The rules of the triage: to change, to try on past decisions, and to save. */
export function TriageForm() {
  const t = useTriageText();
  const policy = usePolicy();
  const { state, changed, change } = policy;
  const { busy, save, replay, replayed, closeReplay } = useActions(policy);
  const [opened, setOpened] = useState('');
  useLeaveWarning(changed);

  // A fault in a closed part would not be seen.
  const faulty = state?.faults[0]?.path[0];
  useEffect(() => {
    if (typeof faulty === 'string') setOpened(faulty);
  }, [faulty]);

  const send = (event: FormEvent) => {
    event.preventDefault();
    void save();
  };

  const actions = (
    <Flex gap={2} wrap="wrap">
      <Button
        type="button"
        variant="secondary"
        loading={busy === 'replay'}
        disabled={state === null || busy !== null}
        onClick={() => void replay()}
      >
        {t('replay.run')}
      </Button>
      <Button type="submit" loading={busy === 'save'} disabled={!changed || busy !== null}>
        {t('save')}
      </Button>
    </Flex>
  );

  return (
    <form noValidate onSubmit={send}>
      <PageLayout title={t('title')} subtitle={t('subtitle')} actions={actions}>
        <Box role="status" minHeight="2.4rem">
          {changed && <Typography textColor="warning700">{t('unsaved')}</Typography>}
        </Box>
        {state === null ? (
          <LoadStates error={policy.error} onRetry={policy.reload} />
        ) : (
          <Box tag="section" aria-label={t('phases')}>
            <Accordion.Root size="M" value={opened} onValueChange={setOpened}>
              {PHASES.map((phase) => (
                <PhaseItem key={phase.name} phase={phase} state={state} change={change} />
              ))}
            </Accordion.Root>
          </Box>
        )}
      </PageLayout>
      {replayed && <ReplayDialog view={replayed} close={closeReplay} />}
    </form>
  );
}
