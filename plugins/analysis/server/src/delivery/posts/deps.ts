import type { Core } from '@strapi/strapi';
import type { Services } from '../../common/services';
import type { Articles } from '../../content/articles/api';
import type { Slugs } from '../../content/slugs/api';
import type { Stats } from '../../content/stats/api';

export interface PostsDeps {
  strapi: Core.Strapi;
  articles: Articles;
  claims: Pick<Services['claims'], 'corrections'>;
  comments: Pick<Services['comments'], 'page'>;
  slugs: Slugs;
  stats: Stats;
}
