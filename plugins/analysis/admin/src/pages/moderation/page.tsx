import { Page } from '@strapi/strapi/admin';
import { useDeskText } from '../../lib/text';
import { DESK_PERMISSIONS } from '../../permissions';
import { Desk } from './desk';

/** The admin page on which moderators decide on comments. */
export function ModerationPage() {
  const t = useDeskText();
  return (
    <Page.Protect permissions={DESK_PERMISSIONS}>
      <Page.Title>{t('title')}</Page.Title>
      <Page.Main>
        <Desk />
      </Page.Main>
    </Page.Protect>
  );
}
