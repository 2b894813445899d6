/** Strapi's core controllers read the documentId from a parameter of this name. */
const PATHS = [
  ['GET', '', 'find'],
  ['GET', '/:id', 'findOne'],
  ['POST', '', 'create'],
  ['PUT', '/:id', 'update'],
  ['DELETE', '/:id', 'delete'],
] as const;

export interface Route {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  path: string;
  handler: string;
  /** Types of bodies that it takes; without any the body is not looked at. */
  takes?: readonly string[];
  /** Query parameters that it knows, others are refused; without any its controller decides. */
  query?: readonly string[];
  config?: Record<string, unknown>;
}

export const JSON_ONLY = ['application/json'] as const;

/**
 * The five REST routes of a collection.
 * @param plural its path, such as `articles`
 * @param controller the name under which its controller is registered
 */
export const coreRoutes = (plural: string, controller: string): Route[] =>
  PATHS.map(([method, path, action]) => ({
    method,
    path: `/${plural}${path}`,
    handler: `${controller}.${action}`,
    takes: JSON_ONLY,
  }));

/**
 * A route of the admin, which refuses query parameters that it does not know.
 * @param permissions all of these are needed; with none, its controller decides who may
 * @param query names of the query parameters that it knows
 */
export const adminRoute = (
  method: Route['method'],
  path: string,
  handler: string,
  permissions: readonly string[],
  query: readonly string[] = []
): Route => ({
  method,
  path,
  handler,
  takes: JSON_ONLY,
  query,
  config: {
    policies: [
      'admin::isAuthenticatedAdmin',
      ...(permissions.length > 0
        ? [{ name: 'admin::hasPermissions', config: { actions: permissions } }]
        : []),
    ],
  },
});
