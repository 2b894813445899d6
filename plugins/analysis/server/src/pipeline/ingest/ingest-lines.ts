import type { BatchLine, IngestResult } from '../../../../shared/contracts/ingest';
import type { Fault } from '../../../../shared/faults';
import { isConflict } from '../../platform/errors';

/** The most that one line may hold, in bytes: what a single request may. */
export const MAX_LINE = 1_048_576;

export type RawLine = { line: number } & (
  { text: string } | { tooLong: true } | { undecodable: true }
);

/**
 * Splits a stream of bytes into lines without keeping more than one. Blank lines are passed
 * over but counted; of a line that is too long only that it was is told.
 */
export async function* linesOf(source: AsyncIterable<Buffer>): AsyncGenerator<RawLine> {
  let chunks: Buffer[] = [];
  let size = 0;
  let line = 1;
  const finish = (): RawLine | null => {
    const made = size > MAX_LINE ? { line, tooLong: true as const } : decoded(line, chunks);
    chunks = [];
    size = 0;
    line += 1;
    return made;
  };
  for await (const chunk of source) {
    let from = 0;
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, from)) {
      keep(chunk.subarray(from, at));
      const made = finish();
      if (made !== null) yield made;
      from = at + 1;
    }
    keep(chunk.subarray(from));
  }
  const last = size > 0 ? finish() : null;
  if (last !== null) yield last;

  function keep(part: Buffer): void {
    size += part.length;
    if (size <= MAX_LINE) chunks.push(part);
    else chunks = [];
  }
}

/** A line's text; null where it is blank. Bytes that are not UTF-8 are refused, never replaced. */
function decoded(line: number, chunks: Buffer[]): RawLine | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks)).trim();
    return text === '' ? null : { line, text };
  } catch {
    return { line, undecodable: true };
  }
}

interface Refusal extends Error {
  details?: { errors?: Fault[] };
}

/** The answer to a line that was refused; null for a failure of the server's own. */
export function refusalOf(line: number, error: unknown): BatchLine | null {
  const { name, message, details } = error as Refusal;
  const conflict = isConflict(error);
  if (!conflict && name !== 'ValidationError') return null;
  return {
    line,
    ok: false,
    error: {
      status: conflict ? 409 : 400,
      name: conflict ? 'ConflictError' : name,
      message,
      details: details?.errors ? { errors: details.errors } : {},
    },
  };
}

const failed = (line: number, status: number, name: string, message: string): BatchLine => ({
  line,
  ok: false,
  error: { status, name, message, details: {} },
});

/**
 * Ingests posts one line at a time and answers each as it is done.
 * @param ingest stores one post, given as the JSON of its line
 * @param report told of failures that are the server's own
 */
export async function* ingestLines(
  source: AsyncIterable<Buffer>,
  ingest: (data: unknown) => Promise<IngestResult>,
  report: (error: unknown) => void
): AsyncGenerator<string> {
  for await (const raw of linesOf(source)) {
    yield `${JSON.stringify(await answer(raw))}\n`;
  }

  async function answer(raw: RawLine): Promise<BatchLine> {
    const { line } = raw;
    if ('tooLong' in raw) {
      return failed(line, 413, 'PayloadTooLargeError', `a line is at most ${MAX_LINE} bytes`);
    }
    if ('undecodable' in raw) {
      return failed(line, 400, 'ValidationError', 'the line is not encoded in UTF-8');
    }
    let data: unknown;
    try {
      data = JSON.parse(raw.text);
    } catch {
      return failed(line, 400, 'ValidationError', 'the line is not JSON');
    }
    try {
      return { line, ok: true, ...(await ingest(data)) };
    } catch (error) {
      const refusal = refusalOf(line, error);
      if (refusal !== null) return refusal;
      report(error);
      return failed(line, 500, 'InternalServerError', 'the post could not be stored');
    }
  }
}
