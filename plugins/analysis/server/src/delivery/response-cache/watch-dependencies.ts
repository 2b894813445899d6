import type { Core } from '@strapi/strapi';
import { services } from '../../common/services';

const PERMISSIONS = ['plugin::users-permissions.permission', 'plugin::users-permissions.role'];
/** The covers' files. New ones are in no answer yet. */
const FILES = ['plugin::upload.file'];

/** Drops what is kept when something changes that others write and public answers depend on. */
export function watchOthers(strapi: Core.Strapi): void {
  const dropAll = () => services(strapi).postCache.changedAll();
  const gone = {
    afterUpdate: dropAll,
    afterUpdateMany: dropAll,
    afterDelete: dropAll,
    afterDeleteMany: dropAll,
  };
  strapi.db.lifecycles.subscribe({ models: FILES, ...gone });
  strapi.db.lifecycles.subscribe({
    models: PERMISSIONS,
    afterCreate: dropAll,
    afterCreateMany: dropAll,
    ...gone,
  });
}
