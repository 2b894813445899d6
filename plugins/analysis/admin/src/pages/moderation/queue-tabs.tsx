import { Badge, Box, Flex, Tabs } from '@strapi/design-system';
import type { ReactNode } from 'react';
import { styled } from 'styled-components';
import type { QueueCounts, QueueTab } from '../../../../shared/contracts/moderation';
import { LIMITS } from '../../../../shared/limits';
import { useDeskText } from '../../lib/text';
import { QUEUE_TABS } from '../../../../shared/vocabulary';

/** Six tabs do not fit on a telephone: they scroll, and the page does not. */
const Scroller = styled.div`
  overflow: auto hidden;
  margin-bottom: ${({ theme }) => theme.spaces[4]};

  [role='tab'] {
    white-space: nowrap;
  }
`;

interface Props {
  tab: QueueTab;
  counts: QueueCounts | null;
  capped: boolean;
  onChange: (tab: QueueTab) => void;
  children: ReactNode;
}

/** The tabs of the queue with how many comments wait in each; the open one's panel. */
export function QueueTabs({ tab, counts, capped, onChange, children }: Props) {
  const t = useDeskText();
  const label = (count: number) =>
    capped && count >= LIMITS.queueCount ? `${count}+` : String(count);
  return (
    <Tabs.Root
      variant="simple"
      value={tab}
      // The address decides which tab is open; a click only asks for it.
      onValueChange={(value) => onChange(value as QueueTab)}
    >
      <Scroller>
        <Tabs.List aria-label={t('tabs.label')}>
          {QUEUE_TABS.map((name) => (
            <Tabs.Trigger key={name} value={name}>
              <Flex tag="span" gap={2}>
                {t(`tab.${name}`)}
                {counts && <Badge active={name === tab}>{label(counts[name])}</Badge>}
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
