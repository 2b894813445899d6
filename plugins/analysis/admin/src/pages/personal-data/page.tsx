import { ProtectedPage } from '../../components/protected-page';
import { usePersonalText } from '../../lib/text';
import { PERSONAL_PERMISSIONS } from '../../permissions';
import { PersonalData } from './personal-data';

/** The settings page on which what is stored about a person is shown, exported and erased. */
export function PersonalDataPage() {
  const t = usePersonalText();
  return (
    <ProtectedPage permissions={PERSONAL_PERMISSIONS} title={t('title')}>
      <PersonalData />
    </ProtectedPage>
  );
}
