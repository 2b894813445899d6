import { useSearchParams } from 'react-router-dom';
import { ProtectedPage } from '../../components/protected-page';
import { isClaims } from '../../lib/claims-view';
import { useDeskText } from '../../lib/text';
import { DESK_PERMISSIONS } from '../../permissions';
import { ClaimsDesk } from '../claims/claims-desk';
import { ArticleReading } from './article-reading';
import { Desk } from './desk';

/** The admin page on which moderators decide on comments and on reported claims. */
export function ModerationPage() {
  const t = useDeskText();
  const [search] = useSearchParams();
  return (
    <ProtectedPage permissions={DESK_PERMISSIONS} title={t('title')}>
      <ArticleReading>{isClaims(search) ? <ClaimsDesk /> : <Desk />}</ArticleReading>
    </ProtectedPage>
  );
}
