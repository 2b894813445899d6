import { Flex, Typography } from '@strapi/design-system';
import type { ModerationEvent } from '../../../../shared/contracts/moderation';
import { useDeskText } from '../../lib/text';
import { When } from '../../components/when';

/** What happened to a comment, by whom and when. */
export function HistoryList({ events }: { events: readonly ModerationEvent[] }) {
  const t = useDeskText();
  if (events.length === 0) {
    return <Typography textColor="neutral600">{t('history.none')}</Typography>;
  }
  const textOf = ({ kind, from, to, by, reason }: ModerationEvent) =>
    [
      t(`history.${kind}`, { name: by ?? t('history.nobody') }),
      from && to ? `${t(`status.${from}`)} → ${t(`status.${to}`)}` : null,
      reason,
    ]
      .filter(Boolean)
      .join(' · ');
  return (
    <Flex tag="ol" direction="column" alignItems="stretch" gap={1}>
      {events.map((event) => (
        <li key={event.documentId}>
          <Typography variant="pi" textColor="neutral700">
            <When at={event.at} /> · {textOf(event)}
          </Typography>
        </li>
      ))}
    </Flex>
  );
}
