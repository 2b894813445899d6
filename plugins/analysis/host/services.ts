import type { Core } from '@strapi/strapi';
import type { Rooms } from '../server/src/registry';

/** The plugin's services, by the names under which Strapi has them. */
export type Services = Rooms;

/**
 * A service of the plugin, typed: the same that stands behind REST, GraphQL and the admin.
 * @param name such as `posts` or `comments`
 */
export const analysisService = <Name extends keyof Services>(
  strapi: Core.Strapi,
  name: Name
): Services[Name] => strapi.plugin('analysis').service(name) as unknown as Services[Name];
