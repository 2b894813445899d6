/** Public and token routes under /api/analysis; admin routes under /analysis. */
export const routes = {
  'content-api': { type: 'content-api' as const, routes: [] },
  admin: { type: 'admin' as const, routes: [] },
};
