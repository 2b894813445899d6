import { ProtectedPage } from '../../components/protected-page';
import { useTriageText } from '../../lib/text';
import { SETTINGS_PERMISSIONS } from '../../permissions';
import { TriageForm } from './form';

/** The settings page on which the rules of the triage are changed. */
export function TriageSettingsPage() {
  const t = useTriageText();
  return (
    <ProtectedPage permissions={SETTINGS_PERMISSIONS} title={t('title')}>
      <TriageForm />
    </ProtectedPage>
  );
}
