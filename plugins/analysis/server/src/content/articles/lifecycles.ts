import { refuseMany, type LifecycleEvent, type WriteEvent } from '../../platform/strapi/lifecycles';
import type { DocumentId } from '../../platform/strapi/uids';
import { recordFirstPublished, settleArticle } from './after-write';
import type { ArticlesDeps } from './deps';
import { prepareArticle } from './prepare-article';
import { findDocumentIds, findRow } from './store';

/** What the hook before a write leaves to the one after. */
export interface State {
  articleId?: DocumentId | undefined;
}
export type Written = { documentId?: DocumentId } | null;

const articleIdOf = ({ result, state }: LifecycleEvent<Written, State>): DocumentId | undefined =>
  result?.documentId ?? state.articleId;

/** The rules of articles on every write path. */
export function articleHooks(deps: ArticlesDeps) {
  const { strapi } = deps;
  return {
    async beforeCreate(event: WriteEvent<unknown, State>) {
      const data = event.params.data;
      const { documentId } = data;
      const other = documentId ? await findRow(strapi, { documentId }) : null;
      event.state.articleId = await prepareArticle(deps, data, null, other);
      data.firstPublishedAt = other?.firstPublishedAt ?? data.publishedAt ?? null;
    },

    async afterCreate(event: WriteEvent<Written, State>) {
      const articleId = articleIdOf(event);
      if (articleId === undefined) return;
      const data = event.params.data;
      if (data.publishedAt) {
        await recordFirstPublished(
          deps,
          articleId,
          new Date(data.firstPublishedAt as string | Date)
        );
      }
      await settleArticle(deps, articleId);
    },

    async beforeUpdate(event: WriteEvent<unknown, State>) {
      const before = await findRow(strapi, event.params.where ?? {});
      if (before === null) return;
      event.state.articleId = before.documentId;
      await prepareArticle(deps, event.params.data, before);
    },

    async afterUpdate(event: LifecycleEvent<Written, State>) {
      const articleId = articleIdOf(event);
      if (articleId !== undefined) await settleArticle(deps, articleId);
    },

    async beforeDelete(event: LifecycleEvent<unknown, State>) {
      const row = await findRow(strapi, event.params.where ?? {});
      event.state.articleId = row?.documentId;
    },

    async afterDelete(event: LifecycleEvent<unknown, State>) {
      const { articleId } = event.state;
      if (articleId !== undefined) await settleArticle(deps, articleId);
    },

    async beforeDeleteMany(event: LifecycleEvent<unknown, { articleIds: DocumentId[] }>) {
      event.state.articleIds = await findDocumentIds(strapi, event.params.where ?? {});
    },

    async afterDeleteMany(event: LifecycleEvent<unknown, { articleIds: DocumentId[] }>) {
      for (const articleId of event.state.articleIds) {
        await settleArticle(deps, articleId);
      }
    },

    beforeCreateMany: refuseMany('articles'),
    beforeUpdateMany: refuseMany('articles'),
  };
}
