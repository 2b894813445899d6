import { z } from 'zod';
import type { FaultCode, FaultParams } from './faults';
import { LIMITS } from './limits';
import {
  characters,
  hasLineControls,
  hasTextControls,
  isBlank,
  isWellFormed,
  normaliseLine,
  normaliseText,
  visibleCharacters,
} from './text';
import { canonicalLanguage, checkWebUrl, mailAddress, parseIsoDate, withScheme } from './values';

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

/**
 * The most is judged by all code points, as the column holds them all; the least by those that can
 * be seen, so that no field is filled in with blanks.
 */
function checkLength(value: string, { min = 0, max }: Bounds, ctx: unknown): boolean {
  const length = value.length > max * 2 ? value.length : characters(value);
  if (length > max) {
    refuse(ctx, 'too_long', `must be at most ${max} characters, this has ${length}`, {
      limit: max,
      length,
    });
    return false;
  }
  if (min > 0 && length === 0) {
    refuse(ctx, 'required', 'must hold something that can be seen');
    return false;
  }
  const visible = min > 0 ? visibleCharacters(value) : length;
  if (visible < min) {
    refuse(ctx, 'too_short', `must be at least ${min} characters, this has ${visible}`, {
      limit: min,
      length: visible,
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
      const value = isBlank(raw) ? '' : normalise(raw);
      if (hasControls(value)) {
        refuse(ctx, 'control_character', 'holds a control character');
        return z.NEVER;
      }
      return checkLength(value, bounds, ctx) ? value : z.NEVER;
    })
    .meta({ ...(bounds.min ? { minLength: bounds.min } : {}), maxLength: bounds.max });

/**
 * A field of one line: trimmed, NFC, no control characters, within bounds. What holds nothing that
 * can be seen becomes the empty string.
 */
export const line = (bounds: Bounds) => textField(bounds, normaliseLine, hasLineControls);

/** A field of several lines: line breaks and tabs allowed, the rest as `line`. */
export const text = (bounds: Bounds) => textField(bounds, normaliseText, hasTextControls);

/**
 * An absolute http(s) URL without credentials, returned as `URL.href`; see `checkWebUrl` for what
 * is refused. The limit counts that form, in which letters beyond ASCII are percent-encoded: a
 * stored address can always be saved again.
 */
export const webUrl = () =>
  line({ min: 1, max: LIMITS.url.max })
    .transform((value, ctx) => {
      const verdict = checkWebUrl(value);
      if (!verdict.ok) {
        refuse(ctx, verdict.code, verdict.message);
        return z.NEVER;
      }
      const { href } = verdict.url;
      return checkLength(href, LIMITS.url, ctx) ? href : z.NEVER;
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

/** A web address as people write it into a form: see `withScheme`; else as `webUrl`. */
export const typedWebUrl = () =>
  z
    .string()
    .transform((value) => (value.length > LIMITS.url.max * 4 ? value : withScheme(value)))
    .pipe(webUrl())
    .meta({ maxLength: LIMITS.url.max, description: 'Without a scheme it gets `https://`.' });

/** One mail address; see `mailAddress` for what is one and in which form it is returned. */
export const email = () =>
  line({ min: 1, max: LIMITS.email.max })
    .transform((value, ctx) => {
      const address = mailAddress(value);
      if (address === null) {
        refuse(ctx, 'invalid_email', 'must be an e-mail address');
        return z.NEVER;
      }
      return checkLength(address, LIMITS.email, ctx) ? address : z.NEVER;
    })
    .meta({ format: 'email', maxLength: LIMITS.email.max });

/** An ISO 8601 date and time (or a Date), returned as a Date; see `parseIsoDate`. */
export const dateTime = () =>
  z
    .union([z.date(), z.string()])
    .transform((value, ctx) => {
      const date = value instanceof Date ? value : parseIsoDate(value);
      if (date === null || Number.isNaN(date.getTime())) {
        refuse(ctx, 'invalid_date', 'must be an ISO 8601 date and time');
        return z.NEVER;
      }
      return date;
    })
    .meta({ description: 'An ISO 8601 date, or date and time.' });

/** A document's id as Strapi makes them; anything else is not found rather than ill-formed. */
export const documentId = () => line({ min: 1, max: 64 });
