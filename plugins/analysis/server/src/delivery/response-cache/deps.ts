import type { Core } from '@strapi/strapi';
import type { Access } from '../../audience/access/api';

export interface ResponseCacheDeps {
  strapi: Core.Strapi;
  access: Pick<Access, 'forgetPublic'>;
}
