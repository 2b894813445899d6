import createFetchClient, { type Client } from 'openapi-fetch';
import { EDIT_TOKEN_HEADER, VISITOR_HEADER } from '../../shared/headers.js';
import { failureOf, refusalOf } from './errors.js';
import type { paths } from './generated/schema.js';

export interface ClientOptions {
  /** Where the API is, such as `https://cms.example.com/api/analysis`. */
  baseUrl: string;
  /** Of an API token or of a signed-in reader (JWT); sent as `Authorization: Bearer`. */
  token?: string;
  /** The visitor token that an earlier client was given. */
  visitor?: string;
  /** Told when the server hands out a visitor token, to keep it for the next visit. */
  onVisitor?: (token: string) => void;
  /** Stands in for the global `fetch`, to cache or to log. */
  fetch?: (request: Request) => Promise<Response>;
}

export interface CallOptions {
  signal?: AbortSignal;
}

export type Http = Client<paths>;

/** What openapi-fetch answers with. */
interface Answer<Data> {
  data?: Data | undefined;
  error?: unknown;
  response: Response;
}

export interface Connection {
  http: Http;
  visitor(): string | null;
  /** The data of a call; every refusal and failure becomes an `AnalysisError`. */
  settle<Data>(call: Promise<Answer<Data>>, options?: CallOptions): Promise<Data>;
}

/** Headers by which a comment's author is known. */
export const editHeaders = (editToken: string | undefined): Record<string, string> =>
  editToken === undefined ? {} : { [EDIT_TOKEN_HEADER]: editToken };

/** The typed fetch of every operation, with the tokens put in and the visitor's kept. */
export function connect({ baseUrl, token, visitor, onVisitor, fetch }: ClientOptions): Connection {
  let known = visitor ?? null;
  const send = fetch ?? ((request: Request) => globalThis.fetch(request));
  const ask = async (request: Request): Promise<Response> => {
    if (token !== undefined) request.headers.set('Authorization', `Bearer ${token}`);
    if (known !== null) request.headers.set(VISITOR_HEADER, known);
    const response = await send(request);
    const given = response.headers.get(VISITOR_HEADER);
    if (given !== null && given !== known) {
      known = given;
      onVisitor?.(given);
    }
    return response;
  };
  let turn: Promise<unknown> = Promise.resolve();
  const http = createFetchClient<paths>({
    baseUrl,
    fetch(request) {
      if (known !== null || token !== undefined || request.method === 'GET') return ask(request);
      // One after the other: two first votes at once would be those of two visitors.
      const answer = turn.then(() => ask(request));
      turn = answer.catch(() => undefined);
      return answer;
    },
  });
  return {
    http,
    visitor: () => known,
    async settle(call, options) {
      let answer: Awaited<typeof call>;
      try {
        answer = await call;
      } catch (error) {
        throw failureOf(error, options?.signal);
      }
      if (!answer.response.ok) throw refusalOf(answer.response, answer.error);
      return answer.data as NonNullable<(typeof answer)['data']>;
    },
  };
}
