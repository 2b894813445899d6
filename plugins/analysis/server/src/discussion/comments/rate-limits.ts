import type { Actor } from '../../audience/identity/api';
import { configOf } from '../../config';
import type { CommentsDeps } from './deps';

const MINUTE = 60;
const HOUR = 60 * MINUTE;

const MANY_COMMENTS =
  'Many comments came from your network in a short time. Please try again later.';
const MANY_REPORTS = 'Many reports came from your network in a short time. Please try again later.';

/**
 * Takes a network's turn for one more comment or edit, which are the same work for triage, those
 * who moderate, and services outside. Belongs before that work.
 * @throws RateLimitError when as many came from there as may
 */
export async function takeCommentTurn(
  { limiter, strapi }: CommentsDeps,
  { ipHash }: Actor
): Promise<void> {
  const { minute, hour } = configOf(strapi).comments.perNetwork;
  // One after the other: what the minute refuses does not use up the hour.
  await limiter.enforce('comments', ipHash, { most: minute, seconds: MINUTE }, MANY_COMMENTS);
  await limiter.enforce('comments', ipHash, { most: hour, seconds: HOUR }, MANY_COMMENTS);
}

/** The same for one more report. @throws RateLimitError */
export const takeReportTurn = (
  { limiter, strapi }: CommentsDeps,
  { ipHash }: Actor
): Promise<void> =>
  limiter.enforce(
    'reports',
    ipHash,
    { most: configOf(strapi).comments.reports.perNetwork, seconds: HOUR },
    MANY_REPORTS
  );
