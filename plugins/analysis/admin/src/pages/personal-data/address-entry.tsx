import { Typography } from '@strapi/design-system';
import type { PersonalAddress } from '../../../../shared/contracts/privacy';
import { usePersonalText } from '../../lib/text';
import { ListItem } from '../../components/list-item';
import { When } from '../../components/when';

/** An address that was given to be told by mail. */
export function AddressEntry({ address }: { address: PersonalAddress }) {
  const t = usePersonalText();
  const { email, askedAt, confirmedAt, stoppedAt } = address;
  return (
    <ListItem>
      <Typography fontWeight="bold" textColor="neutral800" style={{ overflowWrap: 'anywhere' }}>
        {email}
      </Typography>
      <Typography variant="pi" textColor="neutral600">
        {t('mail.asked')} <When at={askedAt} />
        {confirmedAt !== null && (
          <>
            {' · '}
            {t('mail.confirmed')} <When at={confirmedAt} />
          </>
        )}
        {stoppedAt !== null && (
          <>
            {' · '}
            {t('mail.stopped')} <When at={stoppedAt} />
          </>
        )}
      </Typography>
    </ListItem>
  );
}
