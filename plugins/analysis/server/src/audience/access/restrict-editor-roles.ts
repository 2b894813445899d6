import type { Core } from '@strapi/strapi';
import { once } from '../../../../shared/once';
import { subscribeHooks } from '../../platform/strapi/lifecycles';
import { UID } from '../../platform/strapi/uids';
import { STRAPI_ROLE } from './roles';

const EDITOR_ROLES: unknown[] = [STRAPI_ROLE.editor, STRAPI_ROLE.author];

/** Content types that readers write; rights on them are the moderation's own permissions. */
const READER_TYPES: unknown[] = [UID.rating, UID.comment];

interface Created {
  model: { uid: string };
  params: { data: { role?: unknown; subject?: unknown } };
  result: { id: unknown; code?: string };
}

/**
 * Keeps Strapi's roles Editor and Author out of comments and votes in the content manager. On an
 * installation's first start Strapi gives them every right on every content type: they would
 * decide on comments, read the addresses of their authors, and vote as often as they like, with
 * none of the permissions that this takes elsewhere. An administrator may give it to them.
 *
 * To be called before Strapi makes its roles.
 */
export function restrictEditorRoles(strapi: Core.Strapi): void {
  const editors = new Set<unknown>();
  let superAdmin: unknown;
  const stop = subscribeHooks(strapi, ['admin::role', 'admin::permission'], {
    async afterCreate({ model, params, result }: Created) {
      if (model.uid === 'admin::role') {
        if (EDITOR_ROLES.includes(result.code)) editors.add(result.id);
        if (result.code === STRAPI_ROLE.superAdmin) superAdmin = result.id;
        return;
      }
      const { role, subject } = params.data;
      if (editors.has(role) && READER_TYPES.includes(subject)) {
        await strapi.db.query('admin::permission').delete({ where: { id: result.id } });
      }
      // Strapi gives the super administrator's permissions last: what an administrator gives the
      // editors later must stay. Deferred, as Strapi is iterating over the subscribers.
      if (role === superAdmin) setImmediate(end);
    },
  });
  // Called again, Strapi would take out whoever subscribed last.
  const end = once(stop);
}
