import type { Core } from '@strapi/strapi';
import { version } from '../../../../package.json';
import { once } from '../../../../shared/once';
import type { Services } from '../../common/services';
import { operations } from '../../openapi';
import { buildDocument } from '../../platform/openapi/document';
import { docsPage } from './page';

/**
 * What the public operations are; see `Services`. Made at the first request and kept: nothing in it
 * changes while the server runs.
 */
export const openapiService = ({ strapi }: { strapi: Core.Strapi }): Services['openapi'] => {
  const document = once(() =>
    buildDocument(operations(), {
      version,
      url: `${strapi.config.get('api.rest.prefix', '/api')}/analysis`,
    })
  );
  return {
    document,
    json: once(() => JSON.stringify(document())),
    page: once(() => docsPage(document())),
  };
};
