import { Page } from '@strapi/strapi/admin';
import { useSearchParams } from 'react-router-dom';
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
    <Page.Protect permissions={DESK_PERMISSIONS}>
      <Page.Title>{t('title')}</Page.Title>
      <Page.Main>
        <ArticleReading>{isClaims(search) ? <ClaimsDesk /> : <Desk />}</ArticleReading>
      </Page.Main>
    </Page.Protect>
  );
}
