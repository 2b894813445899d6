import type { Core } from '@strapi/strapi';
import type { IngestResult } from '../../../../shared/contracts/ingest';
import type { Sources } from '../../content/sources/api';
import type { Stats } from '../../content/stats/api';
import type { Topics } from '../../content/topics/api';
import type { Publisher } from '../../platform/events';

/** Emitted in the transaction of the write, under the article's lock. */
export interface IngestEvents {
  /** A post became a draft, or its draft was changed. */
  'post.ingested': { result: IngestResult };
}

export interface IngestDeps {
  strapi: Core.Strapi;
  events: Publisher<IngestEvents>;
  sources: Sources;
  stats: Stats;
  topics: Topics;
}
