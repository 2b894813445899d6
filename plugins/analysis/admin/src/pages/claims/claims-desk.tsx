import { Box, Button, Flex } from '@strapi/design-system';
import { ArrowClockwise, Question } from '@strapi/icons';
import { useRef } from 'react';
import { useNavigate } from 'react-router-dom';
import { PageLayout } from '../../components/page-layout';
import type { ClaimCard as Claim } from '../../../../shared/contracts/claims';
import { CLAIM_KEYS, claimCommandFor, type ClaimCommand } from './claim-keys';
import { CLAIMS_TAB } from '../../lib/claims-view';
import { deskAddress } from '../../lib/desk-view';
import { shownCounts } from '../../lib/queue-model';
import { useClaimText, useDeskText } from '../../lib/text';
import { CardList } from '../moderation/card-list';
import { HelpDialog } from '../moderation/help-dialog';
import { BY_TAB, QueueTabs, type DeskTab } from '../moderation/queue-tabs';
import { UndoBar } from '../moderation/undo-bar';
import { useCommands } from '../moderation/use-commands';
import { useDialogs } from '../moderation/use-dialogs';
import { useRights } from '../../lib/use-rights';
import { ClaimActions } from './claim-actions';
import { ClaimCard } from './claim-card';
import { ClaimFilters } from './claim-filters';
import { ClaimStatuses } from './claim-statuses';
import { UpholdDialog } from './uphold-dialog';
import { useClaimDecisions } from './use-claim-decisions';
import { useClaims } from './use-claims';
import { useClaimsView } from './use-claims-view';

type ClaimDialog = { kind: 'uphold'; card: Claim } | { kind: 'help' };

/** The desk's tab of passages that readers say are wrong. */
export function ClaimsDesk() {
  const t = useClaimText();
  const desk = useDeskText();
  const can = useRights();
  const navigate = useNavigate();
  const [view, go] = useClaimsView();
  const { claims, comments, refreshCounts } = useClaims(view);
  const { state, visible, dispatch, reload } = claims;
  const { decide, uphold, undo, offer, pause } = useClaimDecisions(claims, refreshCounts);
  const { dialog, open, close } = useDialogs<ClaimDialog>();
  const search = useRef<HTMLInputElement>(null);
  const counts = shownCounts(state);
  const { article, q } = view.filters;

  const decideFocused = (command: 'uphold' | 'dismiss' | 'reopen'): void => {
    const card = visible.find(({ documentId }) => documentId === state.focused);
    if (!card || !can.moderate) return;
    if (command === 'uphold') open({ kind: 'uphold', card });
    else decide(card, command === 'dismiss' ? 'dismissed' : 'open');
  };
  const run = (command: ClaimCommand): void => {
    switch (command.kind) {
      case 'move':
        return dispatch({ type: 'move', by: command.by });
      case 'undo':
        return undo();
      case 'search':
        return search.current?.focus();
      case 'help':
        return open({ kind: 'help' });
      default:
        return decideFocused(command.kind);
    }
  };
  useCommands(claimCommandFor, run, dialog !== null);

  const openTab = (tab: DeskTab): void => {
    if (tab === CLAIMS_TAB) return;
    const filters = article ? { article } : {};
    navigate(deskAddress({ tab, sort: 'oldest', filters }), { state: BY_TAB });
  };

  const header = (
    <Flex gap={2} wrap="wrap">
      <Button variant="tertiary" startIcon={<ArrowClockwise />} onClick={reload}>
        {desk('refresh')}
      </Button>
      <Button variant="tertiary" startIcon={<Question />} onClick={() => open({ kind: 'help' })}>
        {desk('help.open')}
      </Button>
    </Flex>
  );

  return (
    <>
      <PageLayout title={desk('title')} subtitle={t('subtitle')} actions={header}>
        <Box paddingBottom={4}>
          <ClaimFilters view={view} go={go} searchRef={search} />
        </Box>
        <QueueTabs
          tab={CLAIMS_TAB}
          counts={comments?.data ?? null}
          capped={comments?.meta.capped ?? false}
          claims={counts?.open ?? null}
          onChange={openTab}
        >
          <ClaimStatuses
            status={view.status}
            counts={counts}
            onChange={(status) => go({ status })}
          />
          <CardList
            list={claims}
            label={t('list.label')}
            empty={t(article || q ? 'empty.filtered' : `empty.${view.status}`)}
            draw={(card, { current, mark }) => (
              <ClaimCard
                key={card.documentId}
                card={card}
                current={current}
                mark={mark}
                onFocus={(id) => dispatch({ type: 'focus', id })}
              >
                {can.moderate && (
                  <ClaimActions
                    status={card.status}
                    onUphold={() => open({ kind: 'uphold', card })}
                    onDecide={(to) => decide(card, to)}
                  />
                )}
              </ClaimCard>
            )}
          />
        </QueueTabs>
        <UndoBar
          offer={offer && { token: offer.token, message: t(`done.${offer.to}`) }}
          onUndo={undo}
          onPause={pause}
        />
      </PageLayout>
      {dialog?.kind === 'help' && <HelpDialog keys={CLAIM_KEYS} close={close} />}
      {dialog?.kind === 'uphold' && (
        <UpholdDialog
          card={dialog.card}
          uphold={(correction) => uphold(dialog.card, correction)}
          close={close}
        />
      )}
    </>
  );
}
