import { Button, Flex } from '@strapi/design-system';
import { useEffect, useRef } from 'react';
import { styled } from 'styled-components';
import { useDeskText } from '../../lib/text';
import { CommentCard } from './comment-card';
import { ListEmpty, ListError, ListLoading } from './list-states';
import type { Queue } from './use-queue';

const Region = styled.section`
  outline: none;
`;

interface Props {
  queue: Queue;
  filtered: boolean;
}

/** The cards of the open tab, one of them reachable by tab, the others by j and k. */
export function CardList({ queue, filtered }: Props) {
  const { state, visible, reload, loadMore } = queue;
  const t = useDeskText();
  const region = useRef<HTMLElement>(null);
  const { focused, focusMoves } = state;

  const followed = useRef(focusMoves);
  useEffect(() => {
    if (followed.current === focusMoves) return;
    followed.current = focusMoves;
    const selector = `[data-comment-id="${CSS.escape(focused ?? '')}"]`;
    const card = region.current?.querySelector<HTMLElement>(selector) ?? region.current;
    card?.focus({ preventScroll: true });
    card?.scrollIntoView({ block: 'nearest' });
  }, [focused, focusMoves]);

  const loading = state.phase === 'loading' || (visible.length === 0 && state.more === 'loading');
  const more = state.nextCursor !== null && !loading;
  const empty = state.phase === 'ready' && visible.length === 0 && !more && !loading;
  return (
    <Region ref={region} tabIndex={-1} aria-label={t('list.label')} aria-busy={loading}>
      {state.phase === 'failed' && <ListError message={state.error ?? ''} onRetry={reload} />}
      {loading && <ListLoading />}
      {empty && <ListEmpty tab={state.tab} filtered={filtered} />}
      <Flex direction="column" alignItems="stretch" gap={4}>
        {visible.map((card) => (
          <CommentCard
            key={card.documentId}
            card={card}
            current={card.documentId === focused}
            selected={state.selected.includes(card.documentId)}
            mark={state.marks[card.documentId] ?? null}
          />
        ))}
      </Flex>
      {more && (
        <Flex justifyContent="center" paddingTop={4} paddingBottom={4}>
          <Button
            variant="secondary"
            loading={state.more === 'loading'}
            onClick={() => void loadMore()}
          >
            {t(state.more === 'failed' ? 'list.moreFailed' : 'list.more')}
          </Button>
        </Flex>
      )}
    </Region>
  );
}
