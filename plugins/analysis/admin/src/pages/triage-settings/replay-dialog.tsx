import { Flex, Modal, Typography } from '@strapi/design-system';
import type { ReplayView } from '../../../../shared/contracts/triage';
import { useTriageText } from '../../lib/text';
import { ReplayCases } from './replay-cases';
import { ReplayScores } from './replay-scores';

/** What the changed rules would have made of decisions that people took. */
export function ReplayDialog({ view, close }: { view: ReplayView; close: () => void }) {
  const t = useTriageText();
  const { decisions, refused, cases } = view;
  return (
    <Modal.Root open onOpenChange={close}>
      <Modal.Content aria-describedby={undefined}>
        <Modal.Header closeLabel={t('replay.close')}>
          <Modal.Title>{t('replay.title')}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Flex direction="column" alignItems="stretch" gap={4}>
            <Typography>{t('replay.basis', { decisions, refused })}</Typography>
            {decisions > 0 && (
              <>
                <ReplayScores view={view} />
                <Typography tag="h3" variant="delta">
                  {t('replay.cases')}
                </Typography>
                <Typography textColor="neutral600">
                  {t(cases.length > 0 ? 'replay.first' : 'replay.agree')}
                </Typography>
                <ReplayCases cases={cases} />
              </>
            )}
          </Flex>
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
