import { useRBAC, useTable } from '@strapi/strapi/admin';
import { ARTICLE } from '../lib/article-address';
import { useBulkText } from '../lib/text';
import { PUBLISH_ACTIONS } from '../permissions';
import { requestPublish } from './publish-request';
import { unpublishedOf, type ListedArticle } from './publish-run';
import type { Description, Selected } from './replace-publish';

/** Publishes the selected articles, each by itself. Called as a component is. */
export function usePublishArticles({ model, documents }: Selected): Description | null {
  const t = useBulkText();
  const { allowedActions } = useRBAC(PUBLISH_ACTIONS);
  // Strapi types the rows of every list alike; in the list of articles they are articles.
  const select = useTable('PublishArticles', (state) => state.selectRow) as (
    rows: ListedArticle[]
  ) => void;
  if (model !== ARTICLE || !allowedActions.canPublish) return null;
  if (unpublishedOf(documents).length === 0) return null;
  return {
    label: t('publish'),
    variant: 'tertiary',
    onClick: () => requestPublish({ rows: documents, select }),
  };
}
