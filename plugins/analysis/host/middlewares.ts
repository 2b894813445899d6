import type { Core } from '@strapi/strapi';
import { refuseBody } from './body-errors';
import { originsFor } from './cors';

type Env = Core.Config.Shared.ConfigParams['env'];

/** As Strapi's `config/middlewares` takes them: a name, or a name with its settings. */
export type Middleware = string | { name: string; config: Record<string, unknown> };

/** The smallest body that holds a 200,000-character article in any script, and no more. */
const BODY_LIMIT = '1mb';

const cors = (env: Env): Middleware => ({
  name: 'strapi::cors',
  config: {
    origin: originsFor(env.array('CORS_WRITE_ORIGINS', ['*'])),
    // Nothing that belongs to a person travels by itself: tokens go in headers.
    credentials: false,
    maxAge: 86_400,
    headers: [
      ...['Content-Type', 'Authorization', 'Origin', 'Accept', 'Accept-Language', 'If-None-Match'],
      ...['Apollo-Require-Preflight', 'X-Apollo-Operation-Name'],
      ...['X-Analysis-Visitor', 'X-Analysis-Edit-Token'],
    ],
    expose: ['ETag', 'Content-Language', 'Retry-After', 'X-Analysis-Visitor'],
  },
});

const body: Middleware = {
  name: 'strapi::body',
  config: {
    jsonLimit: BODY_LIMIT,
    textLimit: BODY_LIMIT,
    formLimit: BODY_LIMIT,
    multipart: false,
    onError: refuseBody,
  },
};

/**
 * The application's middlewares, in an order in which the plugin does what it promises.
 * @param before middlewares of one's own, by the name of the one that each stands before
 * @throws Error for a name that is not among them
 */
export function middlewaresFor(env: Env, before: Record<string, Middleware[]> = {}): Middleware[] {
  const list: Middleware[] = [
    // First of all: what it keeps are finished responses, with the headers of all the others.
    'plugin::analysis.response-cache',
    'strapi::logger',
    'strapi::errors',
    'strapi::security',
    cors(env),
    'strapi::query',
    body,
    'strapi::session',
    'strapi::favicon',
    'strapi::public',
  ];
  const nameOf = (each: Middleware): string => (typeof each === 'string' ? each : each.name);
  const names = list.map(nameOf);
  const unknown = Object.keys(before).find((name) => !names.includes(name));
  if (unknown !== undefined) throw new Error(`There is no middleware ${unknown} to stand before`);
  return list.flatMap((each) => [...(before[nameOf(each)] ?? []), each]);
}
