import { sharedApp, type TestApp } from './app';
import { approvedComment, expectCountersExact } from './discussion';
import { adminToken, apiToken, createArticle } from './factories';
import { SAMPLE } from './hostile';
import { told, wrongWith } from './stored-forms';

/** A write path, and what it takes. */
export interface WriteRoute {
  method: 'post' | 'put' | 'patch';
  path: () => string;
  /** The body with a hostile value in one field. */
  fields: Record<string, (value: unknown) => unknown>;
  headers?: () => Record<string, string>;
  /** Where what it takes is stored; the columns by the fields that each is made of. */
  storedIn?: {
    table: string;
    columns: Record<string, string>;
    /** The row of an answer; the newest unless given. */
    where?: (body: Answer) => Record<string, unknown>;
  };
}

/** What the routes of one file are tried on. */
export interface WriteContext {
  app: TestApp;
  /** An API token that may do everything. */
  token: string;
  /** An administrator's session. */
  editor: string;
  article: { documentId: string; slug: string };
  comment: { documentId: string; editToken: string };
}

/** The part of an answer that is looked at, over REST and GraphQL. */
export interface Answer {
  data?: Record<string, unknown> | null;
  error?: { message?: unknown };
  errors?: { extensions?: { code?: string } }[];
}

/** Codes by which GraphQL names a failure of the server's own; its HTTP status is 200. */
const SERVERS_FAULT = ['INTERNAL_SERVER_ERROR', 'STRAPI_APPLICATION_ERROR'];
const isServersFault = (status: number, body: Answer): boolean =>
  status >= 500 ||
  (body.errors ?? []).some(({ extensions }) => SERVERS_FAULT.includes(extensions?.code ?? ''));

/** The body of a REST request with the value in a field of its data. */
export const inData = (rest: () => object, name: string) => (value: unknown) => ({
  data: { ...rest(), [name]: value },
});
/** The same for each of some fields. */
export const each = (rest: () => object, names: string[]) =>
  Object.fromEntries(names.map((name) => [name, inData(rest, name)]));

export const guest = { name: 'Ana', email: 'ana@example.com' };

/** The row that an answer speaks of by `documentId`; over GraphQL whatever the operation is called. */
export const byDocumentId = ({ data }: Answer): Record<string, unknown> => {
  const [first] = Object.values(data ?? {});
  const documentId =
    data?.documentId ?? (first as { documentId?: string } | null | undefined)?.documentId;
  return { document_id: documentId };
};

/** Starts Strapi for a file of write routes; the result is filled in before the first test. */
export function writeContext(): WriteContext {
  const at = {} as WriteContext;
  beforeAll(async () => {
    at.app = await sharedApp();
    at.token = await apiToken(at.app, 'full-access');
    at.editor = await adminToken(at.app, 'super');
    at.article = await createArticle(at.app);
    at.comment = await approvedComment(at.app, at.article.documentId);
  });
  afterEach(() => expect(at.app.errors.splice(0)).toEqual([]));
  afterAll(async () => {
    try {
      await expectCountersExact(at.app);
    } finally {
      await at.app.stop();
    }
  });
  return at;
}

const requestOf = (at: WriteContext, { method, path, headers }: WriteRoute) =>
  at.app
    .http()
    [method](path())
    .set(headers?.() ?? {});

/** A column as it is to be compared: dates come as text, as numbers or as such. */
function valueOf(sent: unknown, column: string, stored: unknown): unknown {
  if (stored === null || stored === undefined) return stored;
  if (/_at$/.test(column)) return new Date(stored as string | number);
  // SQLite and MariaDB have no booleans.
  return typeof sent === 'boolean' && typeof stored === 'number' ? Boolean(stored) : stored;
}

/** Why what a route stored of a value is not what was sent; null when it is. */
async function wrongIn(
  at: WriteContext,
  { storedIn }: WriteRoute,
  { field, sent, body }: { field: string; sent: unknown; body: Answer }
): Promise<unknown> {
  const column = storedIn?.columns[field];
  if (storedIn === undefined || column === undefined) return null;
  // What is not given may be filled in, such as a slug from the title.
  if (sent === null || (typeof sent === 'string' && sent.trim() === '')) return null;
  const where = storedIn.where?.(body) ?? {};
  const row = await at.app.strapi.db
    .connection(storedIn.table)
    .where(where)
    .orderBy('id', 'desc')
    .first(column);
  const stored = valueOf(sent, column, row?.[column]);
  const why = row === undefined ? 'no row' : wrongWith(sent, stored);
  return why === null ? null : [why, told(stored)];
}

/**
 * Tests that no hostile value in any field of the routes is the server's fault, and that what was
 * taken is stored as it was sent, in its documented form.
 */
export function testHostileValues(at: WriteContext, routes: Record<string, WriteRoute>): void {
  const cases = Object.entries(routes).flatMap(([route, { fields }]) =>
    Object.keys(fields).map((field) => [route, field] as const)
  );
  test.each(cases)('%s: %s is stored as it was sent, or refused', async (name, field) => {
    const route = routes[name] as WriteRoute;
    const make = route.fields[field] as (value: unknown) => unknown;
    const wrong: unknown[] = [];
    for (const sent of SAMPLE) {
      const { status, body } = await requestOf(at, route).send(make(sent) as object);
      const isTold = typeof body.error?.message === 'string' || Array.isArray(body.errors);
      if (isServersFault(status, body) || (status >= 400 && !isTold)) {
        wrong.push([status, told(sent)]);
      } else if (status < 300 && !Array.isArray(body.errors)) {
        const why = await wrongIn(at, route, { field, sent, body });
        if (why !== null) wrong.push([told(sent), why]);
      }
    }
    expect(wrong).toEqual([]);
  });
}

/** Tests the same of a value that is nested without end. */
export function testNesting(at: WriteContext, routes: Record<string, WriteRoute>): void {
  test.each(Object.keys(routes))('%s: no depth of nesting is the server’s fault', async (name) => {
    const route = routes[name] as WriteRoute;
    for (const make of Object.values(route.fields)) {
      // Written by hand: a value of this depth cannot be made into JSON by recursion.
      const nested = `${'[{"a":'.repeat(40_000)}1${'}]'.repeat(40_000)}`;
      const { status, body } = await requestOf(at, route)
        .set('Content-Type', 'application/json')
        .send(JSON.stringify(make('@')).replace('"@"', nested));
      expect(isServersFault(status, body)).toBe(false);
    }
  });
}
