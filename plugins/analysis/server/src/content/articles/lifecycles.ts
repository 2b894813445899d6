import { refuseMany, type LifecycleEvent } from '../../platform/strapi/lifecycles';
import type { DocumentId } from '../../platform/strapi/uids';
import { recordFirstPublished, settleArticle } from './after-write';
import type { ArticlesDeps } from './deps';
import { prepareArticle } from './prepare-article';
import { findDocumentIds, findRow } from './store';

const articleIdOf = (event: LifecycleEvent): DocumentId | undefined =>
  (event.result as { documentId?: DocumentId } | null)?.documentId ??
  (event.state.articleId as DocumentId | undefined);

/** The rules of articles on every write path. */
export function articleHooks(deps: ArticlesDeps) {
  const { strapi } = deps;
  return {
    async beforeCreate(event: LifecycleEvent) {
      const data = event.params.data as Record<string, unknown>;
      const { documentId } = data;
      const other = documentId ? await findRow(strapi, { documentId }) : null;
      await prepareArticle(deps, data, null, other);
      data.firstPublishedAt = other?.firstPublishedAt ?? data.publishedAt ?? null;
      event.state.articleId = data.documentId;
    },

    async afterCreate(event: LifecycleEvent) {
      const articleId = articleIdOf(event);
      if (articleId === undefined) return;
      const data = event.params.data as Record<string, unknown>;
      if (data.publishedAt) {
        await recordFirstPublished(deps, articleId, new Date(data.firstPublishedAt as string));
      }
      await settleArticle(deps, articleId);
    },

    async beforeUpdate(event: LifecycleEvent) {
      const before = await findRow(strapi, event.params.where ?? {});
      if (before === null) return;
      event.state.articleId = before.documentId;
      await prepareArticle(deps, event.params.data as Record<string, unknown>, before);
    },

    async afterUpdate(event: LifecycleEvent) {
      const articleId = articleIdOf(event);
      if (articleId !== undefined) await settleArticle(deps, articleId);
    },

    async beforeDelete(event: LifecycleEvent) {
      const row = await findRow(strapi, event.params.where ?? {});
      event.state.articleId = row?.documentId;
    },

    async afterDelete(event: LifecycleEvent) {
      const articleId = event.state.articleId as DocumentId | undefined;
      if (articleId !== undefined) await settleArticle(deps, articleId);
    },

    async beforeDeleteMany(event: LifecycleEvent) {
      event.state.articleIds = await findDocumentIds(strapi, event.params.where ?? {});
    },

    async afterDeleteMany(event: LifecycleEvent) {
      for (const articleId of event.state.articleIds as DocumentId[]) {
        await settleArticle(deps, articleId);
      }
    },

    beforeCreateMany: refuseMany('articles'),
    beforeUpdateMany: refuseMany('articles'),
  };
}
