/**
 * What Strapi hands over as `any`, or as less than it is: services, stores, settings, the state of a
 * request. The caller names the part that it uses. The one place where Strapi's word is taken for a
 * type: what of it are internals is looked at by `checkInternals` at each start.
 */
export const fromStrapi = <T>(value: unknown): T => value as T;
