import type { Core } from '@strapi/strapi';
import { takeFiles } from '../uploads';

/** For routes that take files: reads them once the caller is known. */
export default (_config: unknown, { strapi }: { strapi: Core.Strapi }) => takeFiles(strapi);
