import { sharedApp, type TestApp } from './app';
import { databaseClient } from './database';
import { approvedComment, expectCountersExact } from './discussion';
import { adminToken, apiToken, createArticle } from './factories';
import { FEW, HOSTILE, REPRESENTATIVE, THIRD } from './hostile';

/** A write path, and what it takes. */
export interface Door {
  method: 'post' | 'put' | 'patch';
  path: () => string;
  /** The body with a hostile value in one field. */
  fields: Record<string, (value: unknown) => unknown>;
  headers?: () => Record<string, string>;
}

/** What the doors of one file knock at. */
export interface Knocking {
  app: TestApp;
  /** An API token that may do everything. */
  token: string;
  /** An administrator's session. */
  editor: string;
  article: { documentId: string; slug: string };
  comment: { documentId: string; editToken: string };
}

interface Answer {
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

/**
 * Every value on SQLite; on the others, which are asked because they take offence at other things,
 * some of each kind.
 */
export const values = (): unknown[] => (databaseClient() === 'sqlite' ? HOSTILE : REPRESENTATIVE);

/**
 * A third of each kind on SQLite, for doors that only holders of a token knock on, and for GraphQL's,
 * behind which are the services that REST's doors try with all.
 */
export const thirdOfValues = (): unknown[] =>
  databaseClient() === 'sqlite' ? THIRD : REPRESENTATIVE;

/** Some of each kind, for doors that only administrators knock on. */
export const someValues = (): unknown[] => (databaseClient() === 'sqlite' ? REPRESENTATIVE : FEW);

/** Starts Strapi for a file of doors; the result is filled in before the first test. */
export function knocking(): Knocking {
  const at = {} as Knocking;
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

const requestOf = (at: Knocking, { method, path, headers }: Door) =>
  at.app
    .http()
    [method](path())
    .set(headers?.() ?? {});

/** Tests that no hostile value in any field of the doors is the server's fault. */
export function testDoors(
  at: Knocking,
  doors: Record<string, Door>,
  tried: () => unknown[] = values
): void {
  const cases = Object.entries(doors).flatMap(([door, { fields }]) =>
    Object.keys(fields).map((field) => [door, field] as const)
  );
  test.each(cases)('%s: no value of %s is the server’s fault', async (name, field) => {
    const door = doors[name] as Door;
    const make = door.fields[field] as (value: unknown) => unknown;
    const wrong: unknown[] = [];
    for (const value of tried()) {
      const { status, body } = await requestOf(at, door).send(make(value) as object);
      const told = typeof body.error?.message === 'string' || Array.isArray(body.errors);
      if (isServersFault(status, body) || (status >= 400 && !told)) {
        wrong.push([status, JSON.stringify(value)?.slice(0, 80)]);
      }
    }
    expect(wrong).toEqual([]);
  });
}

/** Tests the same of a value that is nested without end. */
export function testDepth(at: Knocking, doors: Record<string, Door>): void {
  test.each(Object.keys(doors))('%s: no depth of nesting is the server’s fault', async (name) => {
    const door = doors[name] as Door;
    for (const make of Object.values(door.fields)) {
      // Written by hand: a value of this depth cannot be made into JSON by recursion.
      const nested = `${'[{"a":'.repeat(40_000)}1${'}]'.repeat(40_000)}`;
      const { status, body } = await requestOf(at, door)
        .set('Content-Type', 'application/json')
        .send(JSON.stringify(make('@')).replace('"@"', nested));
      expect(isServersFault(status, body)).toBe(false);
    }
  });
}
