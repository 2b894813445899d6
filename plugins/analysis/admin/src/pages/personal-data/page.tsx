import { Page } from '@strapi/strapi/admin';
import { usePersonalText } from '../../lib/text';
import { PERSONAL_PERMISSIONS } from '../../permissions';
import { PersonalData } from './personal-data';

/** The settings page on which what is kept of a person is shown, exported and erased. */
export function PersonalDataPage() {
  const t = usePersonalText();
  return (
    <Page.Protect permissions={PERSONAL_PERMISSIONS}>
      <Page.Title>{t('title')}</Page.Title>
      <Page.Main>
        <PersonalData />
      </Page.Main>
    </Page.Protect>
  );
}
