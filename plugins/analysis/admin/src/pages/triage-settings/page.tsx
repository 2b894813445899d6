import { Page } from '@strapi/strapi/admin';
import { useTriageText } from '../../lib/text';
import { SETTINGS_PERMISSIONS } from '../../permissions';
import { TriageForm } from './form';

/** The settings page on which the rules of the triage are changed. */
export function TriageSettingsPage() {
  const t = useTriageText();
  return (
    <Page.Protect permissions={SETTINGS_PERMISSIONS}>
      <Page.Title>{t('title')}</Page.Title>
      <Page.Main>
        <TriageForm />
      </Page.Main>
    </Page.Protect>
  );
}
