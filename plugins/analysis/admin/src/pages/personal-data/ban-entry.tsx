import { Badge, Flex, Typography } from '@strapi/design-system';
import type { PersonalBan } from '../../../../shared/contracts/privacy';
import { useBansText, usePersonalText } from '../../lib/text';
import { ListItem } from '../../components/list-item';
import { When } from '../../components/when';

/** A ban on the address. */
export function BanEntry({ ban }: { ban: PersonalBan }) {
  const t = usePersonalText();
  const bans = useBansText();
  return (
    <ListItem>
      <Flex gap={3} wrap="wrap">
        <Badge variant={ban.inForce ? 'danger' : 'neutral'}>
          {t(ban.inForce ? 'ban.inForce' : 'ban.over')}
        </Badge>
        <Typography fontWeight="bold" textColor="neutral800">
          {ban.label}
        </Typography>
      </Flex>
      <Typography variant="pi" textColor="neutral600" style={{ overflowWrap: 'anywhere' }}>
        {ban.reason !== null && `${ban.reason} · `}
        {bans('since')} <When at={ban.createdAt} /> ·{' '}
        {ban.until === null ? (
          bans('forGood')
        ) : (
          <>
            {bans('until')} <When at={ban.until} />
          </>
        )}
      </Typography>
    </ListItem>
  );
}
