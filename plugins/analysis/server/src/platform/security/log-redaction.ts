import type { Core } from '@strapi/strapi';
import { fromStrapi } from '../strapi/from-strapi';

/** One parameter of an address: what stands before it, its name, its value. */
const PARAMETER = /([?&])([^\s=&?]*)=([^\s&]*)/g;
/** Parameters that let their holder do something, whoever it is. */
const SECRET_NAME =
  /token|secret|passw|jwt|auth|signature|session|confirmation|(^|[^a-z])(code|key)([^a-z]|$)/i;
/** Values that hold such names: a GraphQL operation in an address, its variables, an address. */
const SECRET_INSIDE = /token|secret|passw/i;

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}

/** A line of the log without the secrets that addresses in it carry. */
export const redacted = (line: string): string =>
  line.replace(PARAMETER, (whole, before: string, name: string, value: string) =>
    SECRET_NAME.test(decoded(name)) || SECRET_INSIDE.test(decoded(value))
      ? `${before}${name}=…`
      : whole
  );

/** Under which winston keeps the finished line. */
const LINE = Symbol.for('message');

type Info = Record<string | symbol, unknown>;

interface Format {
  options?: object;
  transform(info: Info, options?: object): Info | boolean;
}

/**
 * Keeps secrets out of the log, whoever writes there: Strapi's middleware logs the address of every
 * request, and links in mails, previews and GraphQL over GET carry theirs in it.
 */
export function redactLog(strapi: Core.Strapi): void {
  const log = fromStrapi<{ format: Format }>(strapi.log);
  const before = log.format;
  log.format = {
    ...(before.options ? { options: before.options } : {}),
    transform(info, options) {
      const made = before.transform(info, options);
      if (typeof made !== 'object') return made;
      for (const part of [LINE, 'message', 'stack'] as const) {
        const text = made[part];
        if (typeof text === 'string') made[part] = redacted(text);
      }
      return made;
    },
  };
}
