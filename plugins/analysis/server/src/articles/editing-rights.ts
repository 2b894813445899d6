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
      can: Record<Verb, Check>;
      sanitizedQuery: Record<Verb, (query: object) => Promise<object>>;
    };
  };
  service(name: 'populate-builder'): (model: string) => {
    populateFromQuery(query: object): { build(): Promise<object | undefined> };
  };
}

type Verb = 'read' | 'update' | 'create';

/**
 * Whether someone may read or change some fields in the content manager, on this very article: a
 * role may be given its own articles only, or only some fields. Asked as the content manager asks,
 * so that what stands beside its form allows what the form allows.
 */
async function may(
  strapi: Core.Strapi,
  userAbility: Ability,
  verb: Verb,
  articleId: DocumentId,
  fields: string[]
): Promise<boolean> {
  const model = UID.article;
  const manager = strapi.plugin('content-manager') as unknown as ContentManager;
  const { can, sanitizedQuery } = manager
    .service('permission-checker')
    .create({ userAbility, model });
  const allowed = (entity?: unknown) => fields.every((field) => can[verb](entity, field));
  if (!allowed() || !isDocumentId(articleId)) return false;
  const populate = await manager
    .service('populate-builder')(model)
    .populateFromQuery(await sanitizedQuery[verb]({}))
    .build();
  const draft = await strapi
    .documents(model as never)
    .findOne({ documentId: articleId, status: 'draft', populate: populate as never });
  return draft !== null && allowed(draft);
}

/** The fields that a page is pasted into. */
const PASTED = ['title', 'language', 'body', 'originalLink', 'summaries'];

/** Whether someone may make an article of a page that is pasted. */
export function mayCreateText(strapi: Core.Strapi, userAbility: Ability): boolean {
  const manager = strapi.plugin('content-manager') as unknown as ContentManager;
  const { can } = manager.service('permission-checker').create({ userAbility, model: UID.article });
  return PASTED.every((field) => can.create(undefined, field));
}

/** Whether someone may change an article by a page that is pasted. */
export const mayUpdateText = (
  strapi: Core.Strapi,
  userAbility: Ability,
  articleId: DocumentId
): Promise<boolean> => may(strapi, userAbility, 'update', articleId, PASTED);

/** Whether someone may close and open the article's discussion. */
export const mayEditDiscussion = (
  strapi: Core.Strapi,
  userAbility: Ability,
  articleId: DocumentId
): Promise<boolean> => may(strapi, userAbility, 'update', articleId, ['discussionClosed']);

/** Whether someone may read the article's text, as a preview shows it. */
export const mayReadText = (
  strapi: Core.Strapi,
  userAbility: Ability,
  articleId: DocumentId
): Promise<boolean> => may(strapi, userAbility, 'read', articleId, ['title', 'body', 'summaries']);
