import { createHash, createHmac, randomBytes } from 'node:crypto';
import { quiet, type TestApp } from './app';

export const ARTICLE = 'plugin::analysis.article';
export const SUMMARY = 'plugin::analysis.summary';

let sequence = 0;

/** Any documents of any type: the generated types know nothing of the plugin. */
export const documents = (app: TestApp, uid: string) => app.strapi.documents(uid as never);

const PARAGRAPH =
  'The council heard engineers, shopkeepers and ferry crews before it put the plan to a vote. ' +
  'Nobody disputed the figures; what divided the room was who should carry the risk, and for how long.';

/** A whole, publishable article, different each time. */
export function articleData(overrides: Record<string, unknown> = {}): Record<string, unknown> {
  sequence += 1;
  const mark = `${sequence}-${randomBytes(3).toString('hex')}`;
  return {
    title: `The harbour plan, reading ${mark}`,
    language: 'en',
    body: `${PARAGRAPH}\n\nReading ${mark}. ${PARAGRAPH}`,
    originalLink: `https://news.example.com/harbour/${mark}`,
    ...overrides,
  };
}

export interface MadeArticle {
  documentId: string;
  slug: string;
}

/** Makes an article through the document service, published unless told otherwise. */
export async function createArticle(
  app: TestApp,
  { published = true, ...overrides }: Record<string, unknown> & { published?: boolean } = {}
): Promise<MadeArticle> {
  const made = (await documents(app, ARTICLE).create({
    data: articleData(overrides) as never,
    status: published ? 'published' : 'draft',
  })) as unknown as MadeArticle;
  return { documentId: made.documentId, slug: made.slug };
}

export interface GivenSummary {
  language?: string | null;
  text?: string | null;
}

/** The summaries that an article's draft carries. */
export async function summariesOf(app: TestApp, articleId: string): Promise<GivenSummary[]> {
  const draft = (await documents(app, ARTICLE).findOne({
    documentId: articleId,
    status: 'draft',
  })) as unknown as { summaries: GivenSummary[] | null };
  return draft.summaries ?? [];
}

/**
 * Gives an article all of its summaries, and publishes it again where it is public.
 * @returns what publishing made, or the draft
 */
export async function setSummaries(
  app: TestApp,
  articleId: string,
  summaries: GivenSummary[],
  { publish }: { publish?: boolean } = {}
): Promise<void> {
  const articles = documents(app, ARTICLE);
  const isPublic = await articles.findOne({ documentId: articleId, status: 'published' });
  await articles.update({
    documentId: articleId,
    data: { summaries } as never,
    status: (publish ?? isPublic !== null) ? 'published' : 'draft',
  });
}

/** Adds a summary to an article, and publishes it with a public one unless told otherwise. */
export async function createSummary(
  app: TestApp,
  articleId: string,
  { published = true, ...overrides }: GivenSummary & { published?: boolean } = {}
): Promise<{ documentId: string }> {
  const summary = {
    language: 'fr',
    text: 'Le conseil a débattu du plan du port ; la question du risque reste ouverte.',
    ...overrides,
  };
  const all = [...(await summariesOf(app, articleId)), summary];
  await setSummaries(app, articleId, all, published ? {} : { publish: false });
  const row = await app.strapi.db
    .query(SUMMARY)
    .findOne({ where: { articleId, language: summary.language } });
  return { documentId: row.documentId };
}

/** An API token; `actions` are content-API actions such as `plugin::analysis.ingest.put`. */
export async function apiToken(
  app: TestApp,
  actions: 'full-access' | 'read-only' | string[]
): Promise<string> {
  const custom = Array.isArray(actions);
  const token = (await app.strapi.service('admin::api-token').create({
    name: `test ${randomBytes(4).toString('hex')}`,
    description: '',
    type: custom ? 'custom' : actions,
    lifespan: null,
    ...(custom ? { permissions: actions } : {}),
  })) as { accessKey: string };
  return token.accessKey;
}

/** A signed-in reader. */
export async function createUser(
  app: TestApp,
  overrides: Record<string, unknown> = {}
): Promise<{ documentId: string; username: string; email: string; jwt: string }> {
  const name = `reader${randomBytes(4).toString('hex')}`;
  const role = await app.strapi.db
    .query('plugin::users-permissions.role')
    .findOne({ where: { type: 'authenticated' } });
  const user = await app.strapi
    .plugin('users-permissions')
    .service('user')
    .add({
      username: name,
      email: `${name}@example.com`,
      password: randomBytes(12).toString('hex'),
      provider: 'local',
      confirmed: true,
      blocked: false,
      role: role.id,
      ...overrides,
    });
  const jwt = await app.strapi.plugin('users-permissions').service('jwt').issue({ id: user.id });
  return { documentId: user.documentId, username: user.username, email: user.email, jwt };
}

export interface AdminPermission {
  action: string;
  subject?: string | null;
  properties?: { fields?: string[] };
  /** Such as `admin::is-creator`. */
  conditions?: string[];
}

/**
 * A session token of an administrator made for the test.
 * @param permissions admin actions of a role of its own, `super`, or one of Strapi's own roles
 */
export async function adminToken(
  app: TestApp,
  permissions: 'super' | { role: string } | AdminPermission[] = 'super'
): Promise<string> {
  const { strapi } = app;
  const mark = randomBytes(4).toString('hex');
  let role: { id: number };
  if (permissions === 'super') {
    role = await strapi.service('admin::role').getSuperAdmin();
  } else if ('role' in permissions) {
    role = await strapi.service('admin::role').findOne({ code: permissions.role });
  } else {
    role = await strapi
      .service('admin::role')
      .create({ name: `Role ${mark}`, description: 'made for a test' });
    await strapi.service('admin::role').assignPermissions(
      role.id,
      permissions.map(({ action, subject = null, properties = {}, conditions = [] }) => ({
        action,
        subject,
        conditions,
        properties,
      }))
    );
  }
  const user = await strapi.service('admin::user').create({
    email: `${mark}@example.com`,
    firstname: 'Test',
    lastname: 'Person',
    password: `Aa1${randomBytes(9).toString('hex')}`,
    isActive: true,
    roles: [role.id],
  });
  const manager = (
    strapi as unknown as { sessionManager: (origin: string) => SessionManager }
  ).sessionManager('admin');
  const { token } = await manager.generateRefreshToken(String(user.id), `device-${mark}`, {
    type: 'session',
  });
  const access = await manager.generateAccessToken(token);
  if (!('token' in access)) throw new Error('no admin session');
  return access.token;
}

interface SessionManager {
  generateRefreshToken(
    userId: string,
    deviceId: string,
    options: { type: 'session' | 'refresh' }
  ): Promise<{ token: string }>;
  generateAccessToken(refreshToken: string): Promise<{ token: string } | { error: string }>;
}

/** Gives the public role an action, or takes it away, as an administrator would. */
export async function setPublicPermission(
  app: TestApp,
  action: string,
  allowed: boolean
): Promise<void> {
  const role = await app.strapi.db
    .query('plugin::users-permissions.role')
    .findOne({ where: { type: 'public' } });
  const query = app.strapi.db.query('plugin::users-permissions.permission');
  await query.deleteMany({ where: { action, role: role.id } });
  if (allowed) await query.create({ data: { action, role: role.id } });
}

/** Runs `work` and returns the statements that it sent to the database. */
export async function countQueries<T>(
  app: TestApp,
  work: () => Promise<T>
): Promise<{ result: T; queries: string[] }> {
  await quiet(app.strapi);
  const queries: string[] = [];
  const listen = ({ sql }: { sql: string }) => {
    // What anyone may do is read once a second, in whichever count that falls.
    if (sql.includes('up_permissions')) return;
    if (!/^\s*(BEGIN|COMMIT|ROLLBACK|SAVEPOINT|RELEASE|SET TRANSACTION)/i.test(sql)) {
      queries.push(sql);
    }
  };
  app.strapi.db.connection.on('query', listen);
  try {
    return { result: await work(), queries };
  } finally {
    app.strapi.db.connection.removeListener('query', listen);
  }
}

/**
 * How many statements a read takes without the cache of answers. Strapi reads a document again
 * for its events after it was written, so it counts until two counts agree.
 */
export async function countSteady(app: TestApp, read: () => PromiseLike<unknown>): Promise<number> {
  const key = 'plugin::analysis.delivery.cache.enabled';
  app.strapi.config.set(key, false);
  try {
    for (let last = -1; ;) {
      const { queries } = await countQueries(app, async () => read());
      if (queries.length === last) return last;
      last = queries.length;
    }
  } finally {
    app.strapi.config.set(key, true);
  }
}

/** Headers of a guest who has been here before: a browser, and the token that it was handed. */
export const visitor = (
  n: number | string
): { 'User-Agent': string; 'X-Analysis-Visitor': string } => {
  const [secret] = (process.env.ANALYSIS_SECRETS ?? '').split(',') as [string];
  const id = createHash('sha256').update(`visitor ${n}`).digest('base64url');
  const signature = createHmac('sha256', secret).update(`visitor:v2:${id}`).digest('base64url');
  return { 'User-Agent': `reader-${n}`, 'X-Analysis-Visitor': `v2.${id}.${signature}` };
};

/** Lets the next readers ask the database again, where a test looks at what that costs. */
export const emptyCache = (app: TestApp): Promise<void> =>
  app.strapi.plugin('analysis').service('postCache').dropAll();
