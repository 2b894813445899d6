import { Checkbox, Flex, Typography } from '@strapi/design-system';
import { memo } from 'react';
import type { QueueCard } from '../../../../shared/contracts/moderation';
import { useDeskText } from '../../lib/text';
import { CardActions } from './card-actions';
import { CardAuthor } from './card-author';
import { CardContext } from './card-context';
import { CardFrame } from './card-frame';
import { CardFlags } from './card-flags';
import type { CardPlace } from './card-list';
import { CardMark } from './card-mark';
import { CommentText } from '../../components/comment-text';
import { useDesk } from './desk-context';
import { StatusBadge } from '../../components/status-badge';
import { When } from '../../components/when';

interface Props extends CardPlace {
  card: QueueCard;
}

/** A comment with all that a moderator needs to decide on it. */
export const CommentCard = memo(function CommentCard({ card, current, selected, mark }: Props) {
  const t = useDeskText();
  const { can, focus, toggle } = useDesk();
  const { documentId, author } = card;
  const name = author.name || t('card.nobody');
  return (
    <CardFrame
      id={documentId}
      label={t('card.label', { name })}
      current={current}
      onFocus={() => focus(documentId)}
    >
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
    </CardFrame>
  );
});
