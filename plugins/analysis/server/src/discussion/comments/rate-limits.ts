import type { Actor } from '../../audience/identity/api';
import { configOf } from '../../config';
import type { CommentsDeps } from './deps';

const MINUTE = 60;
const HOUR = 60 * MINUTE;

const MANY_COMMENTS =
  'Many comments came from your network in a short time. Please try again later.';
const MANY_REPORTS = 'Many reports came from your network in a short time. Please try again later.';

/**
 * Counts one more comment or edit of a network. Both cost triage, moderators and external services
 * the same work, so that this is called before it.
 * @throws RateLimitError above `comments.perNetwork`
 */
export async function limitComments(
  { limiter, strapi }: CommentsDeps,
  { ipHash }: Actor
): Promise<void> {
  const { minute, hour } = configOf(strapi).comments.perNetwork;
  // In sequence: a comment that the minute refuses must not count against the hour.
  await limiter.enforce('comments', ipHash, { most: minute, seconds: MINUTE }, MANY_COMMENTS);
  await limiter.enforce('comments', ipHash, { most: hour, seconds: HOUR }, MANY_COMMENTS);
}

/** The same for one more report. @throws RateLimitError */
export const limitReports = ({ limiter, strapi }: CommentsDeps, { ipHash }: Actor): Promise<void> =>
  limiter.enforce(
    'reports',
    ipHash,
    { most: configOf(strapi).comments.reports.perNetwork, seconds: HOUR },
    MANY_REPORTS
  );
