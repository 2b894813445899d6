import { Badge, Button, Flex } from '@strapi/design-system';
import type { ClaimCounts, ClaimStatus } from '../../../../shared/contracts/claims';
import { LIMITS } from '../../../../shared/limits';
import { CLAIM_STATUSES } from '../../../../shared/vocabulary';
import { useClaimText } from '../../lib/text';

interface Props {
  status: ClaimStatus;
  counts: ClaimCounts | null;
  onChange: (status: ClaimStatus) => void;
}

/** Chooses between claims that are open, and those decided on. */
export function ClaimStatuses({ status, counts, onChange }: Props) {
  const t = useClaimText();
  const label = (count: number) => (count >= LIMITS.queueCount ? `${count}+` : String(count));
  return (
    <Flex role="group" aria-label={t('statuses')} gap={2} wrap="wrap" paddingBottom={4}>
      {CLAIM_STATUSES.map((name) => (
        <Button
          key={name}
          size="S"
          variant={name === status ? 'secondary' : 'tertiary'}
          aria-pressed={name === status}
          onClick={() => onChange(name)}
        >
          <Flex tag="span" gap={2}>
            {t(`status.${name}`)}
            {counts && <Badge active={name === status}>{label(counts[name])}</Badge>}
          </Flex>
        </Button>
      ))}
    </Flex>
  );
}
