import type { Fault } from '../../../shared/faults';
import { placeFor, type Place } from './storage';

const VISITOR = 'X-Analysis-Visitor';
const EDIT_TOKEN = 'X-Analysis-Edit-Token';
const TIMEOUT_MS = 20_000;

/** Why something could not be had: `status` 0 is no answer, or none of ours. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly faults: Fault[] = []
  ) {
    super();
  }
}

export interface CallOptions {
  /** What goes into the body's `data`. */
  data?: unknown;
  /** Whether it matters who asks: then the visitor's token goes along and comes back. */
  personal?: boolean;
  /** Proves that a comment is one's own. */
  editToken?: string | undefined;
}

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

export interface Answer<Data, Meta> {
  data: Data;
  meta: Meta;
}

/** An answer as it is read: with its error, where it is one. */
type Body<Data, Meta> = Answer<Data, Meta> & {
  error?: { details?: { errors?: Fault[] } };
};

/** HTTP status of a request that failed; 0 when none came. */
export const statusOf = (error: unknown): number => (error instanceof ApiError ? error.status : 0);

/**
 * The API of one server. No cookies go to it: who somebody is, is the token that the first vote or
 * comment answered with, and which is kept for this server alone.
 */
export class Api {
  private readonly visitor: Place;
  /** Ends with the last write of a reader who has no token yet. */
  private turn: Promise<unknown> = Promise.resolve();

  constructor(
    readonly base: string,
    private readonly send: typeof fetch = (...args) => fetch(...args)
  ) {
    this.visitor = placeFor(`analysis-visitor:${base}`);
  }

  /**
   * @returns the answer's `data` and `meta`; of one without a body, neither
   * @throws ApiError, and nothing else
   */
  call<Data, Meta = unknown>(
    method: Method,
    path: string,
    options: CallOptions = {}
  ): Promise<Answer<Data, Meta>> {
    const ask = () => this.ask<Data, Meta>(method, path, options);
    if (!options.personal || method === 'GET' || this.visitor.read() !== null) return ask();
    // One after the other: two first votes at once would be those of two visitors.
    const answer = this.turn.then(ask);
    this.turn = answer.catch(() => undefined);
    return answer;
  }

  private async ask<Data, Meta>(
    method: Method,
    path: string,
    { data, personal = false, editToken }: CallOptions
  ): Promise<Answer<Data, Meta>> {
    const token = personal ? this.visitor.read() : null;
    const headers: Record<string, string> = {
      ...(data === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...(token ? { [VISITOR]: token } : {}),
      ...(editToken ? { [EDIT_TOKEN]: editToken } : {}),
    };
    const { signal, stop } = deadline();
    try {
      const response = await this.send(`${this.base}${path}`, {
        method,
        headers,
        signal,
        credentials: 'omit',
        // Asked again each time, and mostly answered with 304: what was just approved shows.
        cache: method === 'GET' ? 'no-cache' : 'no-store',
        ...(data === undefined ? {} : { body: JSON.stringify({ data }) }),
      });
      const given = response.headers.get(VISITOR);
      if (personal && given) this.visitor.write(given);
      // An answer of the API is as its contract says; it is not parsed here, for its size.
      const body = (response.status === 204 ? {} : await response.json()) as Body<Data, Meta>;
      if (!response.ok) {
        throw new ApiError(response.status, body?.error?.details?.errors);
      }
      return body;
    } catch (error) {
      throw error instanceof ApiError ? error : new ApiError(0);
    } finally {
      stop();
    }
  }
}

/** Ends a request that nobody answers. */
function deadline(): { signal: AbortSignal; stop: () => void } {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), TIMEOUT_MS);
  return { signal: controller.signal, stop: () => clearTimeout(timer) };
}
