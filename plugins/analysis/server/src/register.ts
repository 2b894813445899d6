import type { Core } from '@strapi/strapi';
import { registerGraphql } from './graphql';

export function register({ strapi }: { strapi: Core.Strapi }): void {
  registerGraphql(strapi);
}
