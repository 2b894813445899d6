import { Box, Button, Flex, LinkButton } from '@strapi/design-system';
import { ArrowClockwise, Question } from '@strapi/icons';
import { useMemo, useRef } from 'react';
import { Link, useNavigate } from 'react-router-dom';
import { PageLayout } from '../../components/page-layout';
import { CLAIMS_TAB, claimsAddress } from '../../lib/claims-view';
import { commandFor, type Command } from '../../lib/keys';
import { BANS_ADDRESS } from '../../lib/desk-view';
import { shownCounts } from '../../lib/queue-model';
import { useDeskText } from '../../lib/text';
import { useWaitingCounts } from '../../lib/use-waiting-counts';
import { BulkBar } from './bulk-bar';
import { CardList } from './card-list';
import { CommentCard } from './comment-card';
import { DeskContext, type DeskActions } from './desk-context';
import { DeskDialogs } from './desk-dialogs';
import { FilterBar } from './filter-bar';
import { FilterChips } from './filter-chips';
import { BY_TAB, QueueTabs, type DeskTab } from './queue-tabs';
import { UndoBar } from './undo-bar';
import { useBulk } from './use-bulk';
import { useCommands } from './use-commands';
import { useCounts } from './use-counts';
import { useDecisions } from './use-decisions';
import { useDialogs } from './use-dialogs';
import { useLatest } from '../../lib/use-latest';
import { useQueue } from './use-queue';
import { useRights } from '../../lib/use-rights';
import { useSelection } from './use-selection';
import { useView } from './use-view';

/** The moderators' desk: tabs, filters, the queue, and what is done with it. */
export function Desk() {
  const t = useDeskText();
  const can = useRights();
  const [view, go] = useView();
  const queue = useQueue(view);
  const { state, dispatch, reload } = queue;
  const refreshCounts = useCounts(view.filters, dispatch);
  const decisions = useDecisions(queue, refreshCounts);
  const bulk = useBulk(view, queue, decisions, refreshCounts);
  const { dialog, open, close } = useDialogs();
  const counts = shownCounts(state);
  const selection = useSelection({ queue, total: counts?.[state.tab] ?? 0, decisions, bulk, open });
  const search = useRef<HTMLInputElement>(null);

  const latest = useLatest({ view, go });
  const { decide, dismissReports } = decisions;
  const actions = useMemo<DeskActions>(
    () => ({
      can,
      decide,
      dismissReports,
      openThread: (card, reply) => open({ kind: 'thread', id: card.documentId, reply }),
      openBan: (card) => open({ kind: 'ban', card }),
      focus: (id) => dispatch({ type: 'focus', id }),
      toggle: (id) => dispatch({ type: 'toggle', id }),
      narrow(filters) {
        const { view, go } = latest.current;
        go({ filters: { ...view.filters, ...filters } });
      },
    }),
    [can, decide, dismissReports, dispatch, latest, open]
  );

  const run = (command: Command): void => {
    const card = queue.visible.find(({ documentId }) => documentId === state.focused);
    switch (command.kind) {
      case 'move':
        return dispatch({ type: 'move', by: command.by });
      case 'undo':
        return decisions.undo();
      case 'search':
        return search.current?.focus();
      case 'help':
        return open({ kind: 'help' });
      case 'close':
        return selection.clear();
      case 'selectPage':
        return can.moderate ? dispatch({ type: 'togglePage' }) : undefined;
      case 'select':
        return card && can.moderate ? actions.toggle(card.documentId) : undefined;
      case 'open':
        return card && actions.openThread(card, false);
      case 'reply':
        return card && can.moderate ? actions.openThread(card, true) : undefined;
      case 'ban':
        return card && can.ban ? actions.openBan(card) : undefined;
      case 'decide':
        if (!card || !can.moderate) return undefined;
        // The text is right and shown already: what is left to approve of are its reports.
        return command.to === 'approved' && card.status === 'approved' && card.reports.length > 0
          ? dismissReports(card)
          : decide([card], command.to);
    }
  };
  useCommands(commandFor, run, dialog !== null);

  const navigate = useNavigate();
  const waiting = useWaitingCounts();
  const openTab = (tab: DeskTab): void => {
    if (tab !== CLAIMS_TAB) return go({ tab });
    const { article } = view.filters;
    const filters = article ? { article } : {};
    navigate(claimsAddress({ status: 'open', sort: 'oldest', filters }), { state: BY_TAB });
  };
  const { offer } = decisions;
  const filtered = Object.keys(view.filters).length > 0;

  const header = (
    <Flex gap={2} wrap="wrap">
      <Button variant="tertiary" startIcon={<ArrowClockwise />} onClick={reload}>
        {t('refresh')}
      </Button>
      {can.ban && (
        <LinkButton tag={Link} to={BANS_ADDRESS} variant="tertiary">
          {t('bans')}
        </LinkButton>
      )}
      <Button variant="tertiary" startIcon={<Question />} onClick={() => open({ kind: 'help' })}>
        {t('help.open')}
      </Button>
    </Flex>
  );

  return (
    <DeskContext.Provider value={actions}>
      <PageLayout title={t('title')} subtitle={t('subtitle')} actions={header}>
        <Box paddingBottom={4}>
          <FilterBar view={view} go={go} searchRef={search} personalData={can.personalData} />
          <FilterChips filters={view.filters} onChange={(filters) => go({ filters })} />
        </Box>
        <QueueTabs
          tab={view.tab}
          counts={counts}
          capped={state.capped}
          claims={waiting?.claims ?? null}
          onChange={openTab}
        >
          {can.moderate && <BulkBar queue={queue} selection={selection} progress={bulk.progress} />}
          <CardList
            list={queue}
            label={t('list.label')}
            empty={t(filtered ? 'empty.filtered' : `empty.${state.tab}`)}
            draw={(card, place) => <CommentCard key={card.documentId} card={card} {...place} />}
          />
        </QueueTabs>
        <UndoBar
          offer={
            offer && {
              token: offer.token,
              message: t(`done.${offer.to}`, { count: offer.count }),
            }
          }
          onUndo={decisions.undo}
          onPause={decisions.pause}
        />
      </PageLayout>
      <DeskDialogs
        dialog={dialog}
        close={close}
        onChanged={() => {
          reload();
          refreshCounts();
        }}
      />
    </DeskContext.Provider>
  );
}
