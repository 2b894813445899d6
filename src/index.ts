import type { Core } from '@strapi/strapi';
import { takeFilesOnUploadRoutes } from './uploads';

export default {
  register({ strapi }: { strapi: Core.Strapi }): void {
    takeFilesOnUploadRoutes(strapi);
  },
  bootstrap(): void {},
};
