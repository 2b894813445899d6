import type { z } from 'zod';
import { EDIT_TOKEN_HEADER, VISITOR_COOKIE, VISITOR_HEADER } from '../../../../shared/headers';
import {
  REFUSALS,
  refusalContent,
  refusalsOf,
  type AnswerHeader,
  type Caller,
  type Content,
  type Operation,
} from './operation';
import { Schemas, type Schema } from './schemas';

/** An OpenAPI 3.1 document (https://spec.openapis.org/oas/v3.1.1.html). */
export interface OpenapiDocument {
  openapi: '3.1.1';
  info: { title: string; version: string; description: string; license: Schema };
  servers: { url: string }[];
  tags: { name: string; description?: string }[];
  paths: Record<string, Record<string, Schema>>;
  components: Record<'schemas' | 'responses' | 'securitySchemes', Record<string, Schema>>;
}

const SECURITY_SCHEMES: Record<string, Schema> = {
  visitor: {
    type: 'apiKey',
    in: 'header',
    name: VISITOR_HEADER,
    description:
      'Handed out in the same header by the first vote or comment; for pages of other origins.',
  },
  visitorCookie: {
    type: 'apiKey',
    in: 'cookie',
    name: VISITOR_COOKIE,
    description: 'The same as a cookie, for pages of the same site.',
  },
  editToken: {
    type: 'apiKey',
    in: 'header',
    name: EDIT_TOKEN_HEADER,
    description: 'From `meta.editToken` of the answer to a new comment.',
  },
  account: {
    type: 'http',
    scheme: 'bearer',
    bearerFormat: 'JWT',
    description: 'Of a reader who is signed in with users-permissions.',
  },
  apiToken: { type: 'http', scheme: 'bearer', description: 'An API token of Strapi.' },
};

/** Alternatives; the empty one says that none is needed. */
const SECURITY: Record<Caller, Record<string, never[]>[]> = {
  anyone: [],
  reader: [{}, { account: [] }, { apiToken: [] }],
  visitor: [{}, { visitor: [] }, { visitorCookie: [] }, { account: [] }],
  author: [{ editToken: [] }, { account: [] }],
  token: [{ apiToken: [] }],
};

const HEADERS: Record<AnswerHeader, string> = {
  ETag: 'Send it back in `If-None-Match`.',
  'Cache-Control': 'Who may keep the answer, and for how long.',
  'Content-Language': 'The languages that the answer holds.',
  Location: 'The address to ask instead.',
  'X-Analysis-Visitor': 'A token that makes the caller known; send it back in the same header.',
};

const PARAMETERS: Record<string, string> = {
  documentId: 'The documentId of the article or comment.',
  id: 'The documentId.',
  slug: 'The slug of the post, or one that it had earlier.',
};

/** `/posts/:slug` as OpenAPI writes it. */
export const templateOf = (path: string): string => path.replace(/:(\w+)(\([^)]*\))?/g, '{$1}');

const refusalRef = (status: number): Schema => ({
  $ref: `#/components/responses/${REFUSALS[status]?.name}`,
});

/** Strapi reads nested parameters in brackets, which is what `deepObject` comes closest to. */
const isNested = (schema: Schema): boolean =>
  schema.type === 'object' || (Array.isArray(schema.anyOf) && schema.anyOf.some(isNested));

/**
 * Makes the document. It is pure: nothing of the request or the database is in it.
 * @param url where the operations' paths begin, such as `/api/analysis`
 */
export function buildDocument(
  operations: Operation[],
  { version, url }: { version: string; url: string }
): OpenapiDocument {
  const schemas = new Schemas();
  /** Called when all schemas are known: zod turns them into JSON Schema in one go. */
  const parts: (() => void)[] = [];
  const paths: OpenapiDocument['paths'] = {};
  const responses: Record<string, Schema> = {};

  const contentOf = (content: Content, io: 'input' | 'output'): Schema => {
    const made: Schema = {};
    for (const [type, schema] of Object.entries(content)) {
      const read = schemas.of(schema, io);
      const media: Schema = {};
      made[type] = media;
      parts.push(() => {
        media.schema = read();
      });
    }
    return made;
  };

  const queryParameter = (name: string, schema: z.ZodType): Schema => {
    const made: Schema = { name, in: 'query' };
    const read = schemas.of(schema, 'input');
    parts.push(() => {
      const { description, ...rest } = read();
      if (description !== undefined) made.description = description;
      if (isNested(rest)) Object.assign(made, { style: 'deepObject', explode: true });
      made.schema = rest;
    });
    return made;
  };

  const pathParameters = (path: string): Schema[] =>
    [...path.matchAll(/:(\w+)/g)].map(([, name = '']) => ({
      name,
      in: 'path',
      required: true,
      ...(PARAMETERS[name] ? { description: PARAMETERS[name] } : {}),
      schema: { type: 'string' },
    }));

  const headersOf = (names: readonly AnswerHeader[] = []): Schema =>
    Object.fromEntries(
      names.map((name) => [name, { description: HEADERS[name], schema: { type: 'string' } }])
    );

  const answersOf = (operation: Operation): Schema => {
    const made: Schema = {};
    for (const [status, { description, content, headers }] of Object.entries(operation.answers)) {
      made[status] = {
        description,
        ...(headers?.length ? { headers: headersOf(headers) } : {}),
        ...(content ? { content: contentOf(content, 'output') } : {}),
      };
    }
    for (const status of refusalsOf(operation)) made[status] ??= refusalRef(status);
    return made;
  };

  for (const each of operations) {
    const parameters = [
      ...pathParameters(each.path),
      ...Object.entries(each.query ?? {}).map(([name, schema]) => queryParameter(name, schema)),
    ];
    const template = templateOf(each.path);
    const item = (paths[template] ??= {});
    item[each.method.toLowerCase()] = {
      operationId: each.id,
      tags: [each.tag],
      summary: each.summary,
      ...(each.description ? { description: each.description } : {}),
      security: SECURITY[each.by],
      ...(parameters.length > 0 ? { parameters } : {}),
      // Without it a client may take a parameter of its own for a mistake.
      ...(each.passesOver ? { 'x-other-parameters': 'ignored' } : {}),
      ...(each.body
        ? { requestBody: { required: true, content: contentOf(each.body, 'input') } }
        : {}),
      responses: answersOf(each),
    };
  }
  for (const { name, description } of Object.values(REFUSALS)) {
    responses[name] = { description, content: contentOf(refusalContent, 'output') };
  }
  const components = schemas.components();
  for (const fill of parts) fill();

  return {
    openapi: '3.1.1',
    info: {
      title: 'Analysis',
      version,
      description:
        'Machine-generated analyses of the news: posts, ratings and a moderated discussion.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url }],
    tags: [...new Set(operations.map(({ tag }) => tag))].map((name) => ({ name })),
    paths,
    components: { schemas: components, responses, securitySchemes: SECURITY_SCHEMES },
  };
}
