import { Badge, Button, Flex, Typography } from '@strapi/design-system';
import type { BanView } from '../../../../shared/contracts/moderation';
import { useBansText } from '../../lib/text';
import { ListItem } from '../../components/list-item';
import { When } from '../../components/when';

/** One ban: on whom, why, by whom, since when and until when. */
export function BanItem({ ban, onLift }: { ban: BanView; onLift: () => void }) {
  const t = useBansText();
  return (
    <ListItem>
      <Flex gap={3} wrap="wrap" justifyContent="space-between">
        <Flex gap={3} wrap="wrap">
          <Badge>{t(`kind.${ban.kind}`)}</Badge>
          <Typography
            fontWeight="bold"
            textColor="neutral800"
            dir="auto"
            style={{ overflowWrap: 'anywhere' }}
          >
            {ban.label}
          </Typography>
        </Flex>
        <Button
          variant="danger-light"
          size="S"
          aria-label={t('lift.of', { label: ban.label })}
          onClick={onLift}
        >
          {t('lift')}
        </Button>
      </Flex>
      {ban.reason !== null && (
        <Typography textColor="neutral800" dir="auto" style={{ overflowWrap: 'anywhere' }}>
          {ban.reason}
        </Typography>
      )}
      <Typography variant="pi" textColor="neutral600">
        {ban.by !== '' && `${t('by', { name: ban.by })} · `}
        {t('since')} <When at={ban.createdAt} /> ·{' '}
        {ban.until === null ? (
          t('forGood')
        ) : (
          <>
            {t('until')} <When at={ban.until} />
          </>
        )}
      </Typography>
    </ListItem>
  );
}
