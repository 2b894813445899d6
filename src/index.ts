import type { Core } from '@strapi/strapi';
import { assertStrongSecrets } from './secrets';
import { takeFilesOnUploadRoutes } from './uploads';

export default {
  register({ strapi }: { strapi: Core.Strapi }): void {
    assertStrongSecrets(strapi);
    takeFilesOnUploadRoutes(strapi);
  },
  bootstrap(): void {},
};
