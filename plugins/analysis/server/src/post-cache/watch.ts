import type { Core } from '@strapi/strapi';
import { services } from '../common/services';

/** What others write and public answers depend on: who may read, and the covers' files. */
const WATCHED = [
  'plugin::users-permissions.permission',
  'plugin::users-permissions.role',
  'plugin::upload.file',
];

/** Drops what is kept when one of them changes. New files are in no answer yet. */
export function watchOthers(strapi: Core.Strapi): void {
  const dropAll = () => services(strapi).postCache.changedAll();
  strapi.db.lifecycles.subscribe({
    models: WATCHED,
    afterUpdate: dropAll,
    afterUpdateMany: dropAll,
    afterDelete: dropAll,
    afterDeleteMany: dropAll,
  });
}
