import { Checkbox, Flex, Typography } from '@strapi/design-system';
import { memo } from 'react';
import { styled } from 'styled-components';
import type { QueueCard } from '../../../../shared/contracts/moderation';
import type { Mark } from '../../lib/queue-model';
import { useDeskText } from '../../lib/text';
import { CardActions } from './card-actions';
import { CardAuthor } from './card-author';
import { CardContext } from './card-context';
import { CardFlags } from './card-flags';
import { CardMark } from './card-mark';
import { CommentText } from './comment-text';
import { useDesk } from './desk-context';
import { StatusBadge } from './status-badge';
import { When } from './when';

const Frame = styled.article`
  padding: ${({ theme }) => theme.spaces[4]};
  background: ${({ theme }) => theme.colors.neutral0};
  border: 1px solid ${({ theme }) => theme.colors.neutral150};
  border-radius: ${({ theme }) => theme.borderRadius};
  box-shadow: ${({ theme }) => theme.shadows.tableShadow};
  scroll-margin: 8rem;

  &[aria-current='true'] {
    border-color: ${({ theme }) => theme.colors.primary600};
  }

  &:focus {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
    outline-offset: 2px;
  }
`;

interface Props {
  card: QueueCard;
  current: boolean;
  selected: boolean;
  mark: Mark | null;
}

/** A comment with all that a moderator needs to decide on it. */
export const CommentCard = memo(function CommentCard({ card, current, selected, mark }: Props) {
  const t = useDeskText();
  const { can, focus, toggle } = useDesk();
  const { documentId, author } = card;
  const name = author.name || t('card.nobody');
  return (
    <Frame
      aria-label={t('card.label', { name })}
      aria-current={current ? 'true' : undefined}
      data-comment-id={documentId}
      tabIndex={current ? 0 : -1}
      onFocus={() => focus(documentId)}
    >
      <Flex direction="column" alignItems="stretch" gap={3}>
        <Flex gap={2} wrap="wrap">
          {can.moderate && (
            <Checkbox
              aria-label={t('card.select', { name })}
              checked={selected}
              onCheckedChange={() => toggle(documentId)}
            />
          )}
          <StatusBadge status={card.status} />
          <CardAuthor author={author} />
          <Typography variant="pi" textColor="neutral600">
            <When at={card.createdAt} />
            {card.editedAt && ` · ${t('card.edited')}`}
          </Typography>
        </Flex>
        {mark && <CardMark mark={mark} />}
        <CardContext card={card} />
        <CommentText content={card.content} language={card.language} deleted={card.deleted} />
        <CardFlags card={card} />
        <CardActions card={card} />
      </Flex>
    </Frame>
  );
});
