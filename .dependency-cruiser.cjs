const ROOMS = 'plugins/analysis/server/src';
const ROOM = `^${ROOMS}/([^/]+)/`;
/** Files of a room that put it to use; nothing below them may know them. */
const DOORS = '(controller|routes|admin-routes|graphql|lifecycles)\\.ts$';

/** Imports go one way: doors → service → rules and store. See CONTRIBUTING.md. */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'rules-are-pure',
      comment: 'rules.ts knows neither Strapi nor the database nor a service',
      severity: 'error',
      from: { path: `${ROOM}[a-z-]*rules\\.ts$` },
      to: {
        path: `(^|/)(@strapi|knex|koa)/|/(service|[a-z-]*store|lifecycles|controller|graphql)\\.ts$`,
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'stores-know-no-service',
      severity: 'error',
      from: { path: `${ROOM}[a-z-]*store\\.ts$` },
      to: { path: `/service\\.ts$|${DOORS}` },
    },
    {
      name: 'services-know-no-door',
      severity: 'error',
      from: { path: `${ROOM}service\\.ts$` },
      to: { path: DOORS },
    },
    {
      name: 'rooms-meet-through-services',
      comment:
        "another room's store, service and lifecycles are reached through common/services.ts",
      severity: 'error',
      from: { path: ROOM },
      to: {
        path: `${ROOM}(service|lifecycles|controller|[a-z-]*store)\\.ts$`,
        pathNot: [`^${ROOMS}/$1/`, `^${ROOMS}/common/`],
      },
    },
    {
      name: 'only-stores-use-knex',
      severity: 'error',
      from: {
        path: ROOM,
        pathNot: ['store\\.ts$', `^${ROOMS}/common/`, '\\.test\\.ts$'],
      },
      to: { path: 'node_modules/knex' },
    },
    {
      name: 'shared-stands-alone',
      severity: 'error',
      from: { path: '^plugins/analysis/shared/' },
      to: { path: '^plugins/analysis/(server|admin)/|(^|/)@strapi/' },
    },
    {
      name: 'embeds-bring-little',
      comment: 'they share contracts and limits with the server, and neither its code nor zod',
      severity: 'error',
      from: { path: '^plugins/analysis/embed/src/', pathNot: '\\.test\\.ts$' },
      to: {
        path: '^plugins/analysis/(server|admin|shared/contracts)/|node_modules/zod',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'the-application-uses-the-plugin-from-outside',
      severity: 'error',
      from: { path: '^(src|config)/' },
      to: { path: '^plugins/analysis/(server|admin|shared)/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)dist/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
  },
};
