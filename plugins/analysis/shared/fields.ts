import { z } from 'zod';
import type { FaultCode, FaultParams } from './faults';
import { LIMITS } from './limits';
import {
  characters,
  hasLineControls,
  hasTextControls,
  isWellFormed,
  normaliseLine,
  normaliseText,
} from './text';
import { canonicalLanguage, checkWebUrl } from './values';

interface Bounds {
  min?: number;
  max: number;
}

interface Refinement {
  addIssue(issue: { code: 'custom'; message: string; params: FaultParams; path?: never }): void;
}

function refuse(
  ctx: unknown,
  code: FaultCode,
  message: string,
  numbers?: Record<string, string | number>
): void {
  (ctx as Refinement).addIssue({
    code: 'custom',
    message,
    params: { fault: code, ...(numbers ? { numbers } : {}) },
  });
}

function checkLength(value: string, { min = 0, max }: Bounds, ctx: unknown): boolean {
  const length = value.length > max * 2 ? value.length : characters(value);
  if (length > max) {
    refuse(ctx, 'too_long', `must be at most ${max} characters, this has ${length}`, {
      limit: max,
      length,
    });
    return false;
  }
  if (length < min) {
    refuse(ctx, 'too_short', `must be at least ${min} characters, this has ${length}`, {
      limit: min,
      length,
    });
    return false;
  }
  return true;
}

const textField = (
  bounds: Bounds,
  normalise: (value: string) => string,
  hasControls: (value: string) => boolean
) =>
  z
    .string()
    .transform((raw, ctx) => {
      // The length of what came in is looked at first: a megabyte is not normalised to be refused.
      if (raw.length > bounds.max * 4 + 1_000) {
        checkLength(raw, bounds, ctx);
        return z.NEVER;
      }
      if (!isWellFormed(raw)) {
        refuse(ctx, 'ill_formed', 'holds a character that is not valid Unicode');
        return z.NEVER;
      }
      const value = normalise(raw);
      if (hasControls(value)) {
        refuse(ctx, 'control_character', 'holds a control character');
        return z.NEVER;
      }
      return checkLength(value, bounds, ctx) ? value : z.NEVER;
    })
    .meta({ ...(bounds.min ? { minLength: bounds.min } : {}), maxLength: bounds.max });

/** A field of one line: trimmed, NFC, no control characters, within bounds (code points). */
export const line = (bounds: Bounds) => textField(bounds, normaliseLine, hasLineControls);

/** A field of several lines: line feeds and tabs allowed, the rest as `line`. */
export const text = (bounds: Bounds) => textField(bounds, normaliseText, hasTextControls);

/** An absolute http(s) URL without credentials; see `checkWebUrl` for what is refused. */
export const webUrl = () =>
  line({ min: 1, max: LIMITS.url.max })
    .transform((value, ctx) => {
      const verdict = checkWebUrl(value);
      if (!verdict.ok) {
        refuse(ctx, verdict.code, verdict.message);
        return z.NEVER;
      }
      return value;
    })
    .meta({ format: 'uri', maxLength: LIMITS.url.max });

/** A BCP 47 language tag, returned in its canonical form (`FR-ca` becomes `fr-CA`). */
export const languageTag = () =>
  line({ min: 1, max: 35 })
    .transform((value, ctx) => {
      const canonical = canonicalLanguage(value);
      if (canonical === null) {
        refuse(ctx, 'invalid_language', 'must be a BCP 47 language tag, such as en or fr-CA');
        return z.NEVER;
      }
      return canonical;
    })
    .meta({ maxLength: 35, description: 'A BCP 47 language tag.' });

/** One address, by the practical grammar of the HTML standard for `input type=email`. */
export const email = () =>
  line({ min: 1, max: LIMITS.email.max })
    .transform((value, ctx) => {
      const [, domain = ''] = /^[^@]+@([^@]+)$/.exec(value) ?? [];
      if (!z.regexes.html5Email.test(value) || !domain.includes('.')) {
        refuse(ctx, 'invalid_email', 'must be an e-mail address');
        return z.NEVER;
      }
      return value;
    })
    .meta({ format: 'email', maxLength: LIMITS.email.max });

/** An ISO 8601 date and time (or a Date), returned as a Date. */
export const dateTime = () =>
  z
    .union([z.date(), z.string()])
    .transform((value, ctx) => {
      const date = value instanceof Date ? value : parseDate(value);
      if (date === null || Number.isNaN(date.getTime())) {
        refuse(ctx, 'invalid_date', 'must be an ISO 8601 date and time');
        return z.NEVER;
      }
      return date;
    })
    .meta({ description: 'An ISO 8601 date, or date and time.' });

function parseDate(value: string): Date | null {
  if (!/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})?)?$/.test(value)) {
    return null;
  }
  return new Date(value);
}

/** A document's id as Strapi makes them; anything else is not found rather than ill-formed. */
export const documentId = () => line({ min: 1, max: 64 });
