import type { Core } from '@strapi/strapi';
import { fromStrapi } from '../../platform/strapi/from-strapi';
import { documentsOf } from '../../platform/strapi/content-types';
import {
  publishArticlesInput,
  type PublishArticlesView,
  type PublishedArticleView,
  type RefusedArticleView,
} from '../../../../shared/contracts/articles';
import { fault, type Fault } from '../../../../shared/faults';
import { inTransaction } from '../../platform/database/connection';
import {
  decode,
  forbidden,
  isForbidden,
  isNotFound,
  notFound,
  detailsOf,
  errorOf,
} from '../../platform/errors';
import { UID } from '../../platform/strapi/uids';
import type { PublishingRights } from './editing-rights';

type Refusal = Pick<RefusedArticleView, 'reason' | 'faults'>;

/** Errors that say what is wrong with the request; Strapi answers all of them with 400. */
const REFUSING = new Set(['ValidationError', 'YupValidationError', 'ApplicationError']);

/** Why one article was not published; a failure of the server's own says only that. */
function refusalOf(error: unknown): Refusal {
  if (isNotFound(error)) return { reason: 'not_found', faults: [] };
  if (isForbidden(error)) return { reason: 'not_allowed', faults: [] };
  const known = errorOf(error);
  const { name, message } = known;
  const { errors } = fromStrapi<{ errors?: Fault[] }>(detailsOf(known));
  if (!REFUSING.has(name)) return { reason: 'failed', faults: [] };
  // A refusal that names no field is about the article as a whole.
  return { reason: 'faulty', faults: errors ?? [fault([], 'not_allowed', message)] };
}

/**
 * Publishes the drafts of several articles one after the other, each in a transaction of its own,
 * so that one at fault holds up none of the others.
 * @param data a list of documentIds; one that is named twice is published once
 * @returns those that are published, and those that are not with their faults, in the list's order
 * @throws ValidationError for a list that is empty, too long, or not one of ids
 */
export async function publishArticles(
  strapi: Core.Strapi,
  rights: PublishingRights,
  data: unknown
): Promise<PublishArticlesView> {
  const { documentIds } = decode(publishArticlesInput, data);
  const view: PublishArticlesView = { published: [], refused: [] };
  for (const documentId of new Set(documentIds)) {
    const article: PublishedArticleView = { documentId, title: null };
    try {
      await inTransaction(strapi, async () => {
        const draft = await rights.draftOf(documentId);
        if (draft === null) throw notFound('Article');
        article.title = rights.titleOf(draft);
        if (!rights.mayPublish(draft)) throw forbidden('Forbidden');
        await documentsOf(strapi, UID.article).publish({ documentId });
      });
      view.published.push(article);
    } catch (error) {
      const refusal = refusalOf(error);
      if (refusal.reason === 'failed') strapi.log.error(error);
      view.refused.push({ ...article, ...refusal });
    }
  }
  return view;
}
