import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';
import type { Core } from '@strapi/strapi';
import Ajv2020, { type ValidateFunction } from 'ajv/dist/2020';
import addFormats from 'ajv-formats';

/** The parts of an OpenAPI document that answers are held against. */
export interface Document {
  servers: { url: string }[];
  paths: Record<string, Record<string, DocumentedOperation>>;
  components: { responses: Record<string, Response> };
}
interface DocumentedOperation {
  parameters?: { name: string; in: string }[];
  'x-other-parameters'?: 'ignored';
  responses: Record<string, Response | { $ref: string }>;
}
interface Response {
  content?: Record<string, unknown>;
}

interface Answered {
  method: string;
  url: string;
  status: number;
  type: string;
  body: string;
}

const DECODERS: Record<string, (bytes: Buffer) => Buffer> = {
  br: brotliDecompressSync,
  gzip: gunzipSync,
  deflate: inflateSync,
};

const escapePattern = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const pointer = (...keys: string[]): string =>
  keys
    .map((key) => `/${encodeURIComponent(key.replace(/~/g, '~0').replace(/\//g, '~1'))}`)
    .join('');

/**
 * Holds answers against the document: the route and the status are in it, the body is of a media
 * type that it names and matches that one's schema.
 */
export function contractOf(document: Document): (answered: Answered) => string | null {
  const ajv = addFormats(new Ajv2020({ strict: false, allErrors: true }));
  ajv.addSchema({ $id: 'openapi', ...document } as object, 'openapi');
  const prefix = document.servers[0]?.url ?? '';
  // Those with fewer parameters first: `/posts/batch` is not the post called batch.
  const routes = Object.keys(document.paths)
    .sort((left, right) => left.split('{').length - right.split('{').length)
    .map((template) => {
      const pattern = template
        .split(/\{\w+\}/)
        .map(escapePattern)
        .join('[^/]+');
      return { template, pattern: new RegExp(`^${escapePattern(prefix)}${pattern}/?$`) };
    });
  const compiled = new Map<string, ValidateFunction>();

  const validator = (place: string): ValidateFunction => {
    const known = compiled.get(place);
    if (known) return known;
    const made = ajv.compile({ $ref: `openapi#${place}/schema` });
    compiled.set(place, made);
    return made;
  };

  const mismatch = (place: string, value: unknown): string | null => {
    const valid = validator(place);
    return valid(value) ? null : ajv.errorsText(valid.errors?.slice(0, 5));
  };

  const responseAt = (template: string, method: string, status: string) => {
    const found = document.paths[template]?.[method]?.responses[status];
    if (found === undefined) return null;
    if (!('$ref' in found)) {
      return { response: found, place: pointer('paths', template, method, 'responses', status) };
    }
    const name = found.$ref.split('/').at(-1) as string;
    return {
      response: document.components.responses[name] as Response,
      place: pointer('components', 'responses', name),
    };
  };

  return ({ method: spoken, url, status, type, body }) => {
    const at = new URL(url, 'http://127.0.0.1');
    const method = spoken === 'HEAD' ? 'get' : spoken.toLowerCase();
    const matching = routes.filter(({ pattern }) => pattern.test(at.pathname));
    const route = matching.find(({ template }) => document.paths[template]?.[method]);
    if (route === undefined) {
      const refused = (status >= 400 && status < 500) || status === 501 || method === 'options';
      return refused ? null : `answered ${status}, but is not in the document`;
    }
    const { template } = route;
    const found = responseAt(template, method, String(status));
    if (found === null) return `${template}: the status ${status} is not in the document`;
    if (status < 300) {
      const operation = document.paths[template]?.[method];
      const known = operation?.parameters ?? [];
      const others = operation?.['x-other-parameters'] === 'ignored';
      for (const key of at.searchParams.keys()) {
        const name = key.split('[')[0] as string;
        if (!others && !known.some((each) => each.in === 'query' && each.name === name)) {
          return `${template}: took ${name}, which is not in the document`;
        }
      }
    }
    const { response, place } = found;
    if (spoken === 'HEAD') return null;
    if (response.content === undefined) {
      return body === '' || status === 301 ? null : `${template}: ${status} has a body`;
    }
    const media = (type.split(';')[0] as string).trim();
    if (!(media in response.content)) return `${template}: ${status} has the type "${type}"`;
    const schema = `${place}${pointer('content', media)}`;
    if (media === 'application/x-ndjson') {
      const lines = body.split('\n').filter((line) => line !== '');
      return lines.map((line) => mismatch(schema, JSON.parse(line))).find(Boolean) ?? null;
    }
    const problem = mismatch(schema, media.endsWith('json') ? JSON.parse(body) : body);
    return problem === null ? null : `${template}: ${status} ${problem}`;
  };
}

/** Listens to what a server writes, whatever writes it. */
function listen(server: Server, tell: (answered: Answered) => void): void {
  server.prependListener('request', (request: IncomingMessage, response: ServerResponse) => {
    const chunks: Buffer[] = [];
    const given: Record<string, string> = {};
    const keep = (chunk: unknown, encoding: unknown): void => {
      if (typeof chunk === 'string') {
        chunks.push(
          Buffer.from(chunk, typeof encoding === 'string' ? (encoding as 'utf8') : 'utf8')
        );
      } else if (chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk));
    };
    const header = (name: string): string => given[name] ?? String(response.getHeader(name) ?? '');
    const { write, end, writeHead } = response;
    response.writeHead = function (...args: unknown[]) {
      const headers = args.at(-1);
      // A flat list, or an object; Node does not keep what comes this way for `getHeader`.
      const pairs = Array.isArray(headers)
        ? headers.flatMap((each, at) => (at % 2 === 0 ? [[each, headers[at + 1]]] : []))
        : Object.entries(headers !== null && typeof headers === 'object' ? headers : {});
      for (const [name, value] of pairs) given[String(name).toLowerCase()] = String(value);
      return (writeHead as (...all: unknown[]) => ServerResponse).apply(response, args);
    } as typeof writeHead;
    response.write = function (...args: unknown[]) {
      keep(args[0], args[1]);
      return (write as (...all: unknown[]) => boolean).apply(response, args);
    } as typeof write;
    response.end = function (...args: unknown[]) {
      keep(args[0], args[1]);
      const decode = DECODERS[header('content-encoding')] ?? ((bytes: Buffer) => bytes);
      tell({
        method: request.method ?? '',
        url: request.url ?? '',
        status: response.statusCode,
        type: header('content-type'),
        body: decode(Buffer.concat(chunks)).toString('utf8'),
      });
      return (end as (...all: unknown[]) => ServerResponse).apply(response, args);
    } as typeof end;
  });
}

/**
 * Holds every answer under the API's prefix against the OpenAPI document.
 * @param tell is told what does not match; `stop` of the test application expects nothing
 */
export function watchContract(strapi: Core.Strapi, tell: (problem: string) => void): void {
  const document = strapi.plugin('analysis').service('openapi').document() as Document;
  let check: ReturnType<typeof contractOf> | undefined;
  listen(strapi.server.httpServer, (answered) => {
    if (!answered.url.startsWith(`${document.servers[0]?.url}/`)) return;
    check ??= contractOf(document);
    let problem: string | null;
    try {
      problem = check(answered);
    } catch (error) {
      problem = (error as Error).message;
    }
    if (problem === null) return;
    tell(`${answered.method} ${answered.url.slice(0, 200)}: ${problem}`);
  });
}
