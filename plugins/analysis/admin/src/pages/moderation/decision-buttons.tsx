import { Button, type ButtonProps } from '@strapi/design-system';
import { Check, Clock, Cross, Trash, WarningCircle } from '@strapi/icons';
import type { ElementType } from 'react';
import type { CommentStatus } from '../../../../shared/contracts/comments';
import { useDeskText } from '../../lib/text';

const LOOKS: readonly [CommentStatus, ElementType, ButtonProps['variant']][] = [
  ['approved', Check, 'success-light'],
  ['rejected', Cross, 'danger-light'],
  ['spam', WarningCircle, 'tertiary'],
  ['trash', Trash, 'tertiary'],
  ['pending', Clock, 'tertiary'],
];

interface Props {
  /** The status that it has already. */
  without: CommentStatus | null;
  onDecide: (to: CommentStatus) => void;
}

/** A button for each decision that changes something. */
export function DecisionButtons({ without, onDecide }: Props) {
  const t = useDeskText();
  return (
    <>
      {LOOKS.filter(([to]) => to !== without).map(([to, Icon, variant]) => (
        <Button
          key={to}
          size="S"
          variant={variant}
          startIcon={<Icon />}
          onClick={() => onDecide(to)}
        >
          {t(`do.${to}`)}
        </Button>
      ))}
    </>
  );
}
