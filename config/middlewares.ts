import type { Core } from '@strapi/strapi';
import { middlewaresFor } from 'strapi-plugin-analysis/server';

const config = ({ env }: Core.Config.Shared.ConfigParams) =>
  middlewaresFor(env, {
    // Outside of the errors, of which it makes pages for people.
    'strapi::errors': ['global::pages'],
    // Before the body is read, so that what is refused is never stored.
    'strapi::body': ['global::no-files'],
    'strapi::session': ['global::some-body'],
    'strapi::favicon': ['global::reader'],
  });

export default config;
