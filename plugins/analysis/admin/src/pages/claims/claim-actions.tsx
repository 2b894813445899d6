import { Button, Flex } from '@strapi/design-system';
import { ArrowClockwise, Check, Cross, Pencil } from '@strapi/icons';
import type { ClaimStatus } from '../../../../shared/contracts/claims';
import { useClaimText } from '../../lib/text';

interface Props {
  status: ClaimStatus;
  onUphold: () => void;
  onDecide: (to: 'open' | 'dismissed') => void;
}

/** What can be done with a claim. */
export function ClaimActions({ status, onUphold, onDecide }: Props) {
  const t = useClaimText();
  const upheld = status === 'upheld';
  return (
    <Flex gap={2} wrap="wrap">
      <Button
        size="S"
        variant={upheld ? 'tertiary' : 'success-light'}
        startIcon={upheld ? <Pencil /> : <Check />}
        onClick={onUphold}
      >
        {t(upheld ? 'do.change' : 'do.uphold')}
      </Button>
      {status !== 'dismissed' && (
        <Button
          size="S"
          variant="danger-light"
          startIcon={<Cross />}
          onClick={() => onDecide('dismissed')}
        >
          {t('do.dismiss')}
        </Button>
      )}
      {status !== 'open' && (
        <Button
          size="S"
          variant="tertiary"
          startIcon={<ArrowClockwise />}
          onClick={() => onDecide('open')}
        >
          {t('do.reopen')}
        </Button>
      )}
    </Flex>
  );
}
