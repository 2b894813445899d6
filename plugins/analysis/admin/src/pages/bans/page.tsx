import { Page } from '@strapi/strapi/admin';
import { useBansText } from '../../lib/text';
import { BANS_PERMISSIONS } from '../../permissions';
import { Bans } from './bans';

/** The settings page on which bans are listed, added and lifted. */
export function BansPage() {
  const t = useBansText();
  return (
    <Page.Protect permissions={BANS_PERMISSIONS}>
      <Page.Title>{t('title')}</Page.Title>
      <Page.Main>
        <Bans />
      </Page.Main>
    </Page.Protect>
  );
}
