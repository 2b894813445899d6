import type { Core } from '@strapi/strapi';
import { once } from '../../../../shared/once';
import { subscribeHooks } from '../../platform/strapi/lifecycles';
import { UID } from '../../platform/strapi/uids';
import { STRAPI_ROLE } from './roles';

const EDITOR_ROLES: unknown[] = [STRAPI_ROLE.editor, STRAPI_ROLE.author];

/** What readers write; who decides on it and who sees its authors are permissions of the desk's. */
const READERS_TYPES: unknown[] = [UID.rating, UID.comment];

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
export function keepEditorsFromReaders(strapi: Core.Strapi): void {
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
      if (editors.has(role) && READERS_TYPES.includes(subject)) {
        await strapi.db.query('admin::permission').delete({ where: { id: result.id } });
      }
      // Its turn comes after theirs: what an administrator gives them later stays theirs. Not
      // now, as the list of subscribers is being walked.
      if (role === superAdmin) setImmediate(end);
    },
  });
  // Called again, Strapi would take out whoever subscribed last.
  const end = once(stop);
}
