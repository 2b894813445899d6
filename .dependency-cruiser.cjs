const SERVER = 'plugins/analysis/server/src';

/**
 * The rooms of the server from the ground up. A room may use those before it and none after it, so
 * that no circle can come to be. Drawn in docs/architecture.md, built in registry.ts.
 */
const ROOMS = [
  ...['stats', 'slugs', 'sources', 'topics', 'summaries', 'articles'].map((it) => `content/${it}`),
  ...['access', 'identity', 'subscriptions', 'ratings'].map((it) => `audience/${it}`),
  ...['bans', 'triage', 'comments', 'claims', 'moderation'].map((it) => `discussion/${it}`),
  ...['posts', 'search', 'syndication', 'response-cache', 'api-docs'].map((it) => `delivery/${it}`),
  'pipeline/ingest',
  ...['webhooks', 'notifications', 'privacy', 'housekeeping'].map((it) => `operations/${it}`),
];
const AREAS = 'content|audience|discussion|delivery|pipeline|operations';
const ROOM = `^${SERVER}/((?:${AREAS})/[^/]+)/`;
const inRooms = (rooms) => `^${SERVER}/(?:${rooms.join('|')})/`;

/** Files of a room that put it to use; nothing below them may know them. */
const ADAPTERS = '(?:[a-z-]*controller|routes|admin-routes|graphql|lifecycles|schedule)\\.ts$';
const TEST = '\\.test\\.ts$';

/** Each room, and the rooms after it. */
const order = ROOMS.slice(0, -1).map((room, at) => ({
  name: `order-of-rooms: ${room}`,
  comment: 'a room uses those before it in ROOMS; what has to reach those after it is an event',
  severity: 'error',
  from: { path: inRooms([room]) },
  to: { path: inRooms(ROOMS.slice(at + 1)) },
}));

/** Who may import what; see docs/architecture.md. Tried by scripts/import-rules.test.ts. */
module.exports = {
  forbidden: [
    ...order,
    {
      name: 'every-room-has-its-place',
      comment: 'a room that is not in ROOMS would escape their order',
      severity: 'error',
      from: { path: ROOM, pathNot: inRooms(ROOMS) },
      to: {},
    },
    {
      name: 'no-cycles',
      comment: 'types count: what knows each other by type cannot be read apart either',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'platform-knows-no-room',
      severity: 'error',
      from: { path: `^${SERVER}/platform/` },
      to: { path: `^${SERVER}/`, pathNot: [`^${SERVER}/platform/`, `^${SERVER}/config\\.ts$`] },
    },
    {
      name: 'rooms-meet-by-their-api',
      severity: 'error',
      from: { path: ROOM },
      to: { path: ROOM, pathNot: [`^${SERVER}/$1/`, '/api\\.ts$'] },
    },
    {
      name: 'rooms-are-given-each-other',
      comment: "another room's api is a type; its object comes from registry.ts",
      severity: 'error',
      from: { path: ROOM, pathNot: TEST },
      to: {
        path: `^${SERVER}/(?:${AREAS})/[^/]+/api\\.ts$`,
        pathNot: `^${SERVER}/$1/`,
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'wiring-is-nobodys-ground',
      comment: 'registry.ts and what stands beside it know all rooms, and no room knows them',
      severity: 'error',
      from: { path: [ROOM, `^${SERVER}/platform/`] },
      to: { path: `^${SERVER}/[a-z-]+\\.ts$`, pathNot: `^${SERVER}/config\\.ts$` },
    },
    {
      name: 'rules-are-pure',
      comment: 'rules.ts knows neither Strapi nor the database nor a use case',
      severity: 'error',
      from: { path: `${ROOM}[a-z-]*rules\\.ts$` },
      to: {
        path: `(^|/)(@strapi|knex|koa)/|/(api|deps|[a-z-]*store)\\.ts$|/${ADAPTERS}`,
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'stores-know-no-use-case',
      severity: 'error',
      from: { path: `${ROOM}[a-z-]*store\\.ts$` },
      to: { path: `/(api|deps)\\.ts$|/${ADAPTERS}`, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'use-cases-know-no-adapter',
      comment: 'api.ts hands out the hooks, which Strapi is given by register.ts',
      severity: 'error',
      from: { path: ROOM, pathNot: [ADAPTERS, TEST, '/api\\.ts$'] },
      to: { path: `${ROOM}${ADAPTERS}` },
    },
    {
      name: 'only-stores-use-knex',
      severity: 'error',
      from: { path: ROOM, pathNot: ['store\\.ts$', TEST] },
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
      comment: 'by what its package exports, and by no file of its build',
      severity: 'error',
      from: { path: '^(src|config)/' },
      to: { path: '^plugins/analysis/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)dist/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
  },
};
