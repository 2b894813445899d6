import { refuseBody } from '../src/body-errors';

/** The smallest body that holds a 200,000-character article in any script, and no more. */
const BODY_LIMIT = '1mb';

const config = () => [
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
      headers: [
        'Content-Type',
        'Authorization',
        'Origin',
        'Accept',
        'Accept-Language',
        'If-None-Match',
        'X-Analysis-Visitor',
        'X-Analysis-Edit-Token',
      ],
      expose: ['ETag', 'Content-Language', 'X-Analysis-Visitor'],
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
  'strapi::session',
  'global::reader',
  'strapi::favicon',
  'strapi::public',
];

export default config;
