import { Badge, type BadgeProps } from '@strapi/design-system';
import type { CommentStatus } from '../../../shared/contracts/comments';
import { useDeskText } from '../lib/text';

const VARIANTS: Record<CommentStatus, BadgeProps['variant']> = {
  pending: 'warning',
  approved: 'success',
  rejected: 'danger',
  spam: 'alternative',
  trash: 'neutral',
};

/** A comment's status in a word. */
export function StatusBadge({ status }: { status: CommentStatus }) {
  const t = useDeskText();
  return <Badge variant={VARIANTS[status]}>{t(`status.${status}`)}</Badge>;
}
