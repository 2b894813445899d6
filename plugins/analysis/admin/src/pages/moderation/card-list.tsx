import { Button, Flex } from '@strapi/design-system';
import { useEffect, useRef, type ReactNode } from 'react';
import { styled } from 'styled-components';
import type { Card, Mark } from '../../lib/queue-model';
import { useDeskText } from '../../lib/text';
import { Empty } from '../../components/empty';
import { ListError, ListLoading } from '../../components/list-states';
import type { List } from './use-list';

const Region = styled.section`
  outline: none;
`;

/** How a card stands in its list. */
export interface CardPlace {
  current: boolean;
  selected: boolean;
  mark: Mark | null;
}

interface Props<C extends Card, Tab extends string> {
  list: Pick<List<C, Tab>, 'state' | 'visible' | 'reload' | 'loadMore'>;
  label: string;
  /** Said when there is nothing to show. */
  empty: string;
  draw: (card: C, place: CardPlace) => ReactNode;
}

/** The cards of the open tab, one of them reachable by tab, the others by j and k. */
export function CardList<C extends Card, Tab extends string>(props: Props<C, Tab>) {
  const { state, visible, reload, loadMore } = props.list;
  const t = useDeskText();
  const region = useRef<HTMLElement>(null);
  const { focused, focusMoves } = state;

  const followed = useRef(focusMoves);
  useEffect(() => {
    if (followed.current === focusMoves) return;
    followed.current = focusMoves;
    const selector = `[data-card-id="${CSS.escape(focused ?? '')}"]`;
    const card = region.current?.querySelector<HTMLElement>(selector) ?? region.current;
    card?.focus({ preventScroll: true });
    card?.scrollIntoView({ block: 'nearest' });
  }, [focused, focusMoves]);

  const loading = state.phase === 'loading' || (visible.length === 0 && state.more === 'loading');
  const more = state.nextCursor !== null && !loading;
  const empty = state.phase === 'ready' && visible.length === 0 && !more && !loading;
  return (
    <Region ref={region} tabIndex={-1} aria-label={props.label} aria-busy={loading}>
      {state.phase === 'failed' && <ListError message={state.error ?? ''} onRetry={reload} />}
      {loading && <ListLoading />}
      {empty && <Empty text={props.empty} />}
      <Flex direction="column" alignItems="stretch" gap={4}>
        {visible.map((card) =>
          props.draw(card, {
            current: card.documentId === focused,
            selected: state.selected.includes(card.documentId),
            mark: state.marks[card.documentId] ?? null,
          })
        )}
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
