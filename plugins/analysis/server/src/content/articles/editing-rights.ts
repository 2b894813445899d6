import type { Core } from '@strapi/strapi';
import { documentsOf } from '../../platform/strapi/content-types';
import type { HttpContext } from '../../platform/http/request';
import { isDocumentId } from '../../platform/security/hash';
import { fromStrapi } from '../../platform/strapi/from-strapi';
import { UID, type DocumentId } from '../../platform/strapi/uids';

/** What an administrator's roles allow, as Strapi puts it into the request's state. */
export interface Ability {
  can(action: string, subject?: unknown, field?: string): boolean;
}

/** What the roles of an admin request's administrator allow. */
export const abilityOf = (ctx: HttpContext): Ability => fromStrapi(ctx.state.userAbility);

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

type Verb = 'read' | 'create' | 'update' | 'publish';

type Draft = Record<string, unknown>;

/** The content manager's own checks of an article, and the draft with all that they look at. */
function checksOf(strapi: Core.Strapi, userAbility: Ability) {
  const model = UID.article;
  const manager = fromStrapi<ContentManager>(strapi.plugin('content-manager'));
  const { can, sanitizedQuery } = manager
    .service('permission-checker')
    .create({ userAbility, model });
  const draftFor = async (verb: Verb, articleId: DocumentId): Promise<Draft | null> => {
    if (!isDocumentId(articleId)) return null;
    const populate = await manager
      .service('populate-builder')(model)
      .populateFromQuery(await sanitizedQuery[verb]({}))
      .build();
    return documentsOf(strapi, model).findOne({ documentId: articleId, status: 'draft', populate });
  };
  return { can, draftFor };
}

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
  const { can, draftFor } = checksOf(strapi, userAbility);
  const allowed = (entity?: unknown) => fields.every((field) => can[verb](entity, field));
  if (!allowed()) return false;
  const draft = await draftFor(verb, articleId);
  return draft !== null && allowed(draft);
}

/** The fields that a page is pasted into. */
const PASTED = ['title', 'language', 'body', 'originalLink', 'summaries'];

/** Whether someone may make an article of a page that is pasted. */
export function mayCreateText(strapi: Core.Strapi, userAbility: Ability): boolean {
  const { can } = checksOf(strapi, userAbility);
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

/** What someone may publish in the content manager. */
export interface PublishingRights {
  /** Whether there is any article at all that they may publish. */
  any(): boolean;
  /** The draft with all that a condition of the permission looks at; null when there is none. */
  draftOf(articleId: DocumentId): Promise<Draft | null>;
  mayPublish(draft: Draft): boolean;
  /** The draft's title, null where it has none or they may not read it. */
  titleOf(draft: Draft): string | null;
}

/** Asks as the content manager asks when it publishes. */
export function publishingRights(strapi: Core.Strapi, userAbility: Ability): PublishingRights {
  const { can, draftFor } = checksOf(strapi, userAbility);
  return {
    any: () => can.publish(),
    draftOf: (articleId) => draftFor('publish', articleId),
    mayPublish: (draft) => can.publish(draft),
    titleOf: (draft) =>
      can.read(draft, 'title')
        ? (fromStrapi<string | null | undefined>(draft.title) ?? null)
        : null,
  };
}
