/**
 * The contract's lists without its schemas: importing the contract's values would bring zod and
 * an address parser into the browser. The test beside this file holds both equal.
 */
import type { CommentStatus } from '../../../shared/contracts/comments';
import type {
  BanKind,
  QueueFilter,
  QueueSort,
  QueueTab,
} from '../../../shared/contracts/moderation';

export const TABS = [
  'pending',
  'reported',
  'spam',
  'approved',
  'rejected',
  'trash',
] as const satisfies readonly QueueTab[];

export const SORTS = ['oldest', 'newest'] as const satisfies readonly QueueSort[];

export const FILTERS = [
  'article',
  'author',
  'email',
  'network',
  'language',
  'from',
  'to',
  'q',
  'reason',
] as const satisfies readonly QueueFilter[];

export const STATUSES = [
  'pending',
  'approved',
  'rejected',
  'spam',
  'trash',
] as const satisfies readonly CommentStatus[];

export const BAN_KINDS = [
  'author',
  'email',
  'domain',
  'network',
] as const satisfies readonly BanKind[];
