import type { Core } from '@strapi/strapi';
import type { Subscriptions } from '../../audience/subscriptions/api';
import type { Bans } from '../../discussion/bans/api';
import type { Comments } from '../../discussion/comments/api';
import type { Moderation } from '../../discussion/moderation/api';

export interface PrivacyDeps {
  strapi: Core.Strapi;
  bans: Pick<Bans, 'forgetAddress' | 'forgetAuthors' | 'ofAddress'>;
  comments: Pick<Comments, 'discard'>;
  moderation: Pick<Moderation, 'personalRecords'>;
  subscriptions: Pick<Subscriptions, 'forgetAddress' | 'ofAddress'>;
}
