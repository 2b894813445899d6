import { Badge, Flex, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import type { QueueCard } from '../../../../shared/contracts/moderation';
import { useDeskText } from '../../lib/text';
import { CommentText } from '../../components/comment-text';
import { StatusBadge } from '../../components/status-badge';
import { When } from '../../components/when';

/** Narrow steps: on a telephone the fifth level still has room for a line. */
const Entry = styled.li<{ $depth: number }>`
  margin-inline-start: calc(${({ $depth }) => $depth} * clamp(0.8rem, 2vw, 2.4rem));
  padding: ${({ theme }) => theme.spaces[3]};
  border: 1px solid ${({ theme }) => theme.colors.neutral150};
  border-radius: ${({ theme }) => theme.borderRadius};

  &[aria-current='true'] {
    border-color: ${({ theme }) => theme.colors.primary600};
    background: ${({ theme }) => theme.colors.primary100};
  }
`;

/** A comment in its thread. */
export function ThreadEntry({ card, chosen }: { card: QueueCard; chosen: boolean }) {
  const t = useDeskText();
  return (
    <Entry $depth={card.depth} aria-current={chosen ? 'true' : undefined}>
      <Flex direction="column" alignItems="stretch" gap={2}>
        <Flex gap={2} wrap="wrap">
          <Typography fontWeight="bold" dir="auto">
            {card.author.name || t('card.nobody')}
          </Typography>
          {card.author.moderator && <Badge variant="primary">{t('author.moderator')}</Badge>}
          <StatusBadge status={card.status} />
          {chosen && <Badge active>{t('thread.chosen')}</Badge>}
          <Typography variant="pi" textColor="neutral600">
            <When at={card.createdAt} />
          </Typography>
        </Flex>
        <CommentText content={card.content} language={card.language} deleted={card.deleted} />
      </Flex>
    </Entry>
  );
}
