import type { Core } from '@strapi/strapi';
import type { ResponseCache } from './api';

const PERMISSIONS = ['plugin::users-permissions.permission', 'plugin::users-permissions.role'];
/** The covers' files. New ones are in no response yet. */
const FILES = ['plugin::upload.file'];

/** Drops everything when something changes that others write and public responses depend on. */
export function watchDependencies(
  strapi: Core.Strapi,
  { dropAll }: Pick<ResponseCache, 'dropAll'>
): void {
  const drop = () => dropAll();
  const gone = {
    afterUpdate: drop,
    afterUpdateMany: drop,
    afterDelete: drop,
    afterDeleteMany: drop,
  };
  strapi.db.lifecycles.subscribe({ models: FILES, ...gone });
  strapi.db.lifecycles.subscribe({
    models: PERMISSIONS,
    afterCreate: drop,
    afterCreateMany: drop,
    ...gone,
  });
}
