import {
  articleInput,
  storedArticle,
  storedSummary,
  storedTopic,
  topicInput,
} from '../../shared/contracts/stored';
import { claimOperations } from './discussion/claims/openapi';
import { commentOperations } from './discussion/comments/openapi';
import { coreOperations } from './platform/openapi/core-operations';
import type { Operation } from './platform/openapi/operation';
import { postOperations } from './delivery/posts/openapi';
import { ingestOperations } from './pipeline/ingest/openapi';
import { noticeOperations } from './audience/subscriptions/openapi';
import { openapiOperations } from './delivery/api-docs/openapi';
import { ratingOperations } from './audience/ratings/openapi';
import { searchOperations } from './delivery/search/openapi';
import {
  commentFeedOperations,
  feedOperations,
  oembedOperations,
  sitemapOperations,
} from './delivery/syndication/openapi';
import { WHERE_TO_WRITE } from './content/summaries/refusal';
import { triageOperations } from './discussion/triage/openapi';

/** Every public operation, in the order in which the document has them. */
export const operations = (): Operation[] => [
  ...Object.values(postOperations),
  ...Object.values(searchOperations),
  ...Object.values(ratingOperations),
  ...Object.values(commentOperations),
  ...Object.values(triageOperations),
  ...Object.values(claimOperations),
  ...feedOperations,
  ...commentFeedOperations,
  ...Object.values(sitemapOperations),
  ...Object.values(oembedOperations),
  ...coreOperations(
    'articles',
    { one: 'Article', many: 'Articles' },
    { stored: storedArticle, input: articleInput }
  ),
  ...coreOperations(
    'summaries',
    { one: 'Summary', many: 'Summaries' },
    { stored: storedSummary, refusal: WHERE_TO_WRITE }
  ),
  ...coreOperations(
    'topics',
    { one: 'Topic', many: 'Topics' },
    { stored: storedTopic, input: topicInput }
  ),
  ...Object.values(ingestOperations),
  ...Object.values(noticeOperations),
  ...Object.values(openapiOperations),
];
