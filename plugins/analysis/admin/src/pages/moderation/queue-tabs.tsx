import { Badge, Box, Flex, Tabs } from '@strapi/design-system';
import { useEffect, useRef, type ReactNode } from 'react';
import { useLocation } from 'react-router-dom';
import { styled } from 'styled-components';
import type { QueueCounts, QueueTab } from '../../../../shared/contracts/moderation';
import { LIMITS } from '../../../../shared/limits';
import { CLAIMS_TAB } from '../../lib/claims-view';
import { isRecord } from '../../lib/refusals';
import { useDeskText } from '../../lib/text';
import { QUEUE_TABS } from '../../../../shared/vocabulary';

/** A tab of the desk: comments by state, or reported claims. */
export type DeskTab = QueueTab | typeof CLAIMS_TAB;

/** The state of a navigation that a tab asked for, and that drew the whole page anew. */
export const BY_TAB = { byTab: true } as const;

/** Seven tabs do not fit on a telephone: they scroll, and the page does not. */
const Scroller = styled.div`
  overflow: auto hidden;
  margin-bottom: ${({ theme }) => theme.spaces[4]};

  [role='tab'] {
    white-space: nowrap;
  }
`;

interface Props {
  tab: DeskTab;
  counts: QueueCounts | null;
  capped: boolean;
  /** How many claims are open; null when that is not known. */
  claims: number | null;
  onChange: (tab: DeskTab) => void;
  children: ReactNode;
}

/** The tabs of the queue with how much waits in each; the open one's panel. */
export function QueueTabs({ tab, counts, capped, claims, onChange, children }: Props) {
  const t = useDeskText();
  const label = (count: number) =>
    capped && count >= LIMITS.queueCount ? `${count}+` : String(count);
  const row = useRef<HTMLDivElement>(null);
  const state: unknown = useLocation().state;
  const byTab = useRef(isRecord(state) && state.byTab === true);
  const openTab = () =>
    row.current?.querySelector<HTMLElement>('[role="tab"][aria-selected="true"]');
  const counted = counts !== null && claims !== null;
  // On a telephone the open one may be further along, and more so once the counts are there.
  useEffect(() => {
    openTab()?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [tab, counted]);
  // Whoever goes through the tabs by keyboard stays among them.
  useEffect(() => {
    if (byTab.current) openTab()?.focus();
  }, []);

  const shown: [DeskTab, string | null][] = [
    ...QUEUE_TABS.map((name): [DeskTab, string | null] => [name, counts && label(counts[name])]),
    [CLAIMS_TAB, claims === null ? null : String(claims)],
  ];
  return (
    <Tabs.Root
      variant="simple"
      value={tab}
      // The address decides which tab is open; a click only asks for it.
      onValueChange={(value) => {
        const asked = shown.find(([name]) => name === value);
        if (asked) onChange(asked[0]);
      }}
    >
      <Scroller ref={row}>
        <Tabs.List aria-label={t('tabs.label')}>
          {shown.map(([name, count]) => (
            <Tabs.Trigger key={name} value={name}>
              <Flex tag="span" gap={2}>
                {t(`tab.${name}`)}
                {count !== null && <Badge active={name === tab}>{count}</Badge>}
              </Flex>
            </Tabs.Trigger>
          ))}
        </Tabs.List>
      </Scroller>
      <Tabs.Content value={tab}>
        <Box>{children}</Box>
      </Tabs.Content>
    </Tabs.Root>
  );
}
