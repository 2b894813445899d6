import { ProtectedPage } from '../../components/protected-page';
import { useBansText } from '../../lib/text';
import { BANS_PERMISSIONS } from '../../permissions';
import { Bans } from './bans';

/** The settings page on which bans are listed, added and lifted. */
export function BansPage() {
  const t = useBansText();
  return (
    <ProtectedPage permissions={BANS_PERMISSIONS} title={t('title')}>
      <Bans />
    </ProtectedPage>
  );
}
