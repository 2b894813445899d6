import type { Core } from '@strapi/strapi';
import { isDocumentId } from '../common/ids';
import { UID, type DocumentId } from '../common/uids';

/** What an administrator's roles allow, as Strapi puts it into the request's state. */
export interface Ability {
  can(action: string, subject?: unknown, field?: string): boolean;
}

type Check = (entity?: unknown, field?: string) => boolean;

/** The parts of the content manager by which it checks permissions itself. */
interface ContentManager {
  service(name: 'permission-checker'): {
    create(of: { userAbility: Ability; model: string }): {
      can: { update: Check };
      sanitizedQuery: { update(query: object): Promise<object> };
    };
  };
  service(name: 'populate-builder'): (model: string) => {
    populateFromQuery(query: object): { build(): Promise<object | undefined> };
  };
}

/**
 * Whether someone may change the field in the content manager, on this very article: a role may be
 * given its own articles only, or only some fields. Asked as the content manager asks, so that the
 * panel beside the form allows what the form allows.
 */
export async function mayEditDiscussion(
  strapi: Core.Strapi,
  userAbility: Ability,
  articleId: DocumentId
): Promise<boolean> {
  const model = UID.article;
  const manager = strapi.plugin('content-manager') as unknown as ContentManager;
  const { can, sanitizedQuery } = manager
    .service('permission-checker')
    .create({ userAbility, model });
  if (!can.update(undefined, 'discussionClosed') || !isDocumentId(articleId)) return false;
  const populate = await manager
    .service('populate-builder')(model)
    .populateFromQuery(await sanitizedQuery.update({}))
    .build();
  const draft = await strapi
    .documents(model as never)
    .findOne({ documentId: articleId, status: 'draft', populate: populate as never });
  return draft !== null && can.update(draft, 'discussionClosed');
}
