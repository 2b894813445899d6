import type { Core } from '@strapi/strapi';
import { refuseBody } from '../src/body-errors';
import { originsFor } from '../src/cors';

/** The smallest body that holds a 200,000-character article in any script, and no more. */
const BODY_LIMIT = '1mb';

const config = ({ env }: Core.Config.Shared.ConfigParams) => [
  // First of all: what it keeps are finished answers, with the headers of all the others.
  'plugin::analysis.post-cache',
  'strapi::logger',
  // Outside of the errors, of which it makes pages for people.
  'global::pages',
  'strapi::errors',
  'strapi::security',
  {
    name: 'strapi::cors',
    config: {
      origin: originsFor(env.array('CORS_WRITE_ORIGINS', ['*'])),
      // Nothing that belongs to a person travels by itself: tokens go in headers.
      credentials: false,
      maxAge: 86_400,
      headers: [
        'Content-Type',
        'Authorization',
        'Origin',
        'Accept',
        'Accept-Language',
        'If-None-Match',
        'Apollo-Require-Preflight',
        'X-Apollo-Operation-Name',
        'X-Analysis-Visitor',
        'X-Analysis-Edit-Token',
      ],
      expose: ['ETag', 'Content-Language', 'Retry-After', 'X-Analysis-Visitor'],
    },
  },
  'strapi::query',
  // Before the body is read, so that what is refused is never stored.
  'global::no-files',
  {
    name: 'strapi::body',
    config: {
      jsonLimit: BODY_LIMIT,
      textLimit: BODY_LIMIT,
      formLimit: BODY_LIMIT,
      multipart: false,
      onError: refuseBody,
    },
  },
  'global::some-body',
  'strapi::session',
  'global::reader',
  'strapi::favicon',
  'strapi::public',
];

export default config;
