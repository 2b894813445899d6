import type { Core } from '@strapi/strapi';
import { version } from '../../../../package.json';
import { once } from '../../../../shared/once';
import { buildDocument, type OpenapiDocument } from '../../platform/openapi/document';
import type { Operation } from '../../platform/openapi/operation';
import { docsPage } from './page';

export interface ApiDocsDeps {
  strapi: Core.Strapi;
  /** Every public operation of every room, in the order of the document. */
  operations: () => Operation[];
}

/** What the public operations are. Made at the first request: nothing in it changes after that. */
export function createApiDocs({ operations, strapi }: ApiDocsDeps) {
  const document = once((): OpenapiDocument =>
    buildDocument(operations(), {
      version,
      url: `${strapi.config.get('api.rest.prefix', '/api')}/analysis`,
    })
  );
  return {
    /** The OpenAPI 3.1 document. */
    document,

    /** The same as JSON. */
    json: once((): string => JSON.stringify(document())),

    /** The same as an HTML page for people. */
    page: once((): string => docsPage(document())),
  };
}

export type ApiDocs = ReturnType<typeof createApiDocs>;
