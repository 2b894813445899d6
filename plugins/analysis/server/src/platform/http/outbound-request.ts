import { createHmac } from 'node:crypto';
import { errorOf } from '../errors';
import { isRecord } from '../../../../shared/is-record';

/** `busy` and `paused` are our own doing: it was not asked. */
export type Cause = 'timeout' | 'unreachable' | 'unusable' | 'busy' | 'paused';

/** Nothing came back that could be used. The message is for the log. */
export class NoAnswer extends Error {
  constructor(
    readonly why: Cause,
    message: string
  ) {
    super(message);
  }
}

/** A verdict takes a few hundred bytes. */
const MAX_ANSWER = 16_384;

async function readBounded(response: Response): Promise<string> {
  const parts: Uint8Array[] = [];
  let size = 0;
  const body: AsyncIterable<Uint8Array> | Uint8Array[] = response.body ?? [];
  // Leaving the loop ends the transfer.
  for await (const part of body) {
    size += part.byteLength;
    if (size > MAX_ANSWER) throw new NoAnswer('unusable', 'the answer is too long');
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

/** Names a failure without what was sent: the log is no place for a comment. */
function noAnswer(error: unknown): NoAnswer {
  if (error instanceof NoAnswer) return error;
  const { name, message, cause } = errorOf(error);
  if (name === 'TimeoutError') return new NoAnswer('timeout', 'it did not answer in time');
  return new NoAnswer(
    'unreachable',
    isRecord(cause) && typeof cause.code === 'string' ? cause.code : message
  );
}

/**
 * Posts a body to a service outside; the time is for all of it, the last byte of the answer too.
 * A redirect is not followed: it would take what readers wrote to where nobody meant it to go.
 * @throws NoAnswer unless a text came back with a status of success
 */
export async function post(
  url: string,
  { body, headers, timeoutMs }: { body: string; headers: Record<string, string>; timeoutMs: number }
): Promise<{ text: string; headers: Headers }> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      body,
      headers: { 'User-Agent': 'strapi-plugin-analysis', ...headers },
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
    });
    if (!response.ok) {
      await response.body?.cancel();
      throw new NoAnswer('unusable', `it answered with status ${response.status}`);
    }
    return { text: await readBounded(response), headers: response.headers };
  } catch (error) {
    throw noAnswer(error);
  }
}

/** `v1=` and the HMAC-SHA-256 of `<timestamp>.<body>` in hexadecimal digits. */
export const signatureOf = (secret: string, timestamp: string, body: string): string =>
  `v1=${createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex')}`;

/** Headers of a JSON body that its receiver can tell from anybody else's. */
export function signedHeaders(secret: string, at: Date, body: string): Record<string, string> {
  const timestamp = String(Math.floor(at.getTime() / 1_000));
  return {
    'Content-Type': 'application/json',
    'X-Analysis-Timestamp': timestamp,
    'X-Analysis-Signature': signatureOf(secret, timestamp, body),
  };
}
