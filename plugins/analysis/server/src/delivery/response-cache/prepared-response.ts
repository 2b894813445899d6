import type { ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { withVary } from './cacheable';

export type Encoding = 'br' | 'gzip' | 'identity';

/** Smaller bodies fit one network packet as they are. */
const MIN_COMPRESSED = 1_024;
/** Made once and sent many times, but the first reader waits for it. */
const BROTLI_QUALITY = 6;

const brotli = promisify(brotliCompress);
const gzipped = promisify(gzip);

/** The body of a response, in the encodings that readers have asked for so far. */
export class Body {
  private readonly encoded = new Map<Encoding, Promise<Buffer>>();

  /** Bytes of all encodings made so far. */
  bytes: number;

  constructor(readonly identity: Buffer) {
    this.bytes = identity.length;
  }

  /** @returns the bytes in that encoding, made at the first call; null where plain is as good */
  async in(encoding: Encoding): Promise<Buffer | null> {
    if (encoding === 'identity' || this.identity.length < MIN_COMPRESSED) return null;
    const known = this.encoded.get(encoding) ?? this.encode(encoding);
    this.encoded.set(encoding, known);
    return known;
  }

  private async encode(encoding: 'br' | 'gzip'): Promise<Buffer> {
    const bytes = await (encoding === 'br'
      ? brotli(this.identity, {
          params: {
            [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY,
            [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
            [constants.BROTLI_PARAM_SIZE_HINT]: this.identity.length,
          },
        })
      : gzipped(this.identity));
    this.bytes += bytes.length;
    return bytes;
  }
}

/** Headers that `prepareResponse` sets itself, or that belong to one connection. */
const OWN = new Set([
  'content-length',
  'content-encoding',
  'transfer-encoding',
  'vary',
  'date',
  'age',
  'connection',
  'keep-alive',
]);

/** What 304 leaves out: it has no body to describe (RFC 9110, section 15.4.5). */
const OF_BODY = new Set(['content-type', 'content-language']);

export type HeaderPairs = readonly (readonly [string, string])[];

/** Of the headers of a finished response (`ServerResponse#getHeaders`), those to cache. */
export const cachedHeaders = (headers: NodeJS.Dict<number | string | string[]>): HeaderPairs =>
  Object.entries(headers)
    .filter(([name, value]) => value !== undefined && !OWN.has(name))
    .flatMap(([name, value]) =>
      (Array.isArray(value) ? value : [String(value)]).map((each) => [name, each] as const)
    );

/** A response that is ready for the socket. */
export interface PreparedResponse {
  body: Buffer;
  /** Names and values in turn, as `writeHead` takes them. */
  headers: string[];
  headers304: string[];
  etag: string;
  /** The headers with the age that was last sent, as most hits are of the same second. */
  aged: { age: number; headers: string[] };
}

/** Puts a body and the headers of one origin together. */
export async function prepareResponse(
  body: Body,
  cached: HeaderPairs,
  vary: string,
  encoding: Encoding
): Promise<PreparedResponse> {
  const encoded = await body.in(encoding);
  const bytes = encoded ?? body.identity;
  const varied: [string, string] = ['vary', withVary(vary, 'Accept-Encoding')];
  const ofBody: [string, string][] = [
    ...(encoded === null ? [] : [['content-encoding', encoding] as [string, string]]),
    ['content-length', String(bytes.length)],
  ];
  const headers = [...cached, varied, ...ofBody].flat();
  return {
    body: bytes,
    headers,
    aged: { age: 0, headers: [...headers, 'age', '0'] },
    headers304: [...cached.filter(([name]) => !OF_BODY.has(name)), varied].flat(),
    etag: cached.find(([name]) => name === 'etag')?.[1] ?? '',
  };
}

function withAge(prepared: PreparedResponse, age: number): string[] {
  if (prepared.aged.age !== age) {
    prepared.aged = { age, headers: [...prepared.headers, 'age', String(age)] };
  }
  return prepared.aged.headers;
}

/**
 * Writes a prepared response to the socket, past whatever is set on the response already.
 * @param options.age seconds since it was filled; null for one that was just made
 */
export function writeResponse(
  res: ServerResponse,
  prepared: PreparedResponse,
  options: { head: boolean; notModified: boolean; age: number | null }
): void {
  const { head, notModified, age } = options;
  // A miss comes with the headers that the application has set.
  if (age === null) for (const name of res.getHeaderNames()) res.removeHeader(name);
  if (notModified) {
    res.writeHead(
      304,
      age === null ? prepared.headers304 : [...prepared.headers304, 'age', `${age}`]
    );
  } else {
    res.writeHead(200, age === null ? prepared.headers : withAge(prepared, age));
  }
  if (head || notModified) res.end();
  else res.end(prepared.body);
}
