import type { Core } from '@strapi/strapi';
import type { Publisher } from '../../platform/events';
import type { Trx } from '../../platform/database/connection';
import type { DocumentId } from '../../platform/strapi/uids';
import type { Slugs } from '../slugs/api';
import type { Sources } from '../sources/api';
import type { Stats } from '../stats/api';
import type { Summaries } from '../summaries/api';

/** Emitted in the transaction of the write, under the article's lock where it was removed. */
export interface ArticleEvents {
  /** One of its rows was written or deleted. */
  'article.changed': { trx: Trx; articleId: DocumentId };
  /** Its last row is gone: what belongs to it goes too. */
  'article.removed': { trx: Trx; articleId: DocumentId };
  /** What readers see of the discussions of some articles changed. */
  'discussion.changed': { articleIds: DocumentId[] };
}

export interface ArticlesDeps {
  strapi: Core.Strapi;
  events: Publisher<ArticleEvents>;
  slugs: Slugs;
  sources: Sources;
  stats: Stats;
  summaries: Summaries;
}
