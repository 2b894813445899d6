import type { Fault } from './types.js';

interface Refusal {
  error?: { name?: unknown; message?: unknown; details?: { errors?: unknown } };
}

const isFault = (value: unknown): value is Fault =>
  value !== null && typeof value === 'object' && Array.isArray((value as Fault).path);

/** Every refusal, and every answer that never came. */
export class AnalysisError extends Error {
  override readonly name = 'AnalysisError';

  constructor(
    message: string,
    /** The HTTP status; 0 when the server could not be reached. */
    readonly status: number,
    /** Strapi's name for it, such as `ValidationError`. */
    readonly kind: string,
    /** Every field at fault, all at once. */
    readonly faults: readonly Fault[] = [],
    options?: { cause?: unknown }
  ) {
    super(message, options);
  }

  /** The faults by field; nested ones as `author.email`, those of the whole as an empty string. */
  get byField(): Record<string, Fault[]> {
    const found: Record<string, Fault[]> = {};
    for (const fault of this.faults) (found[fault.path.join('.')] ??= []).push(fault);
    return found;
  }
}

/**
 * The error of a refusal.
 * @param body what came with it: Strapi's envelope, or anything that a proxy wrote
 */
export function refusalOf(response: Response, body: unknown): AnalysisError {
  const error = body !== null && typeof body === 'object' ? ((body as Refusal).error ?? {}) : {};
  const faults = Array.isArray(error.details?.errors) ? error.details.errors.filter(isFault) : [];
  const message = typeof error.message === 'string' ? error.message : response.statusText;
  const kind = typeof error.name === 'string' ? error.name : 'HttpError';
  return new AnalysisError(message || `HTTP ${response.status}`, response.status, kind, faults);
}

/**
 * The error of a call that got no answer. One that was aborted stays what the signal says.
 * @param signal of the call, if it had one
 */
export function failureOf(cause: unknown, signal: AbortSignal | undefined): unknown {
  if (signal?.aborted || cause instanceof AnalysisError) return cause;
  const message = cause instanceof Error ? cause.message : String(cause);
  return new AnalysisError(message, 0, 'NetworkError', [], { cause });
}
