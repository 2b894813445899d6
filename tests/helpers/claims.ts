import type { TestApp } from './app';
import { visitor } from './factories';

export const claimsPath = (articleId: string) => `/api/analysis/articles/${articleId}/claims`;

/** A passage of every article that `createArticle` makes. */
export const PASSAGE = 'Nobody disputed the figures';

/** A report as a form sends it. */
export const claimBody = (overrides: Record<string, unknown> = {}) => ({
  data: { quote: PASSAGE, note: 'Two engineers did dispute them.', ...overrides },
});

/** Sends a report as a guest, whatever is answered. */
export const sendClaim = (
  app: TestApp,
  articleId: string,
  overrides: Record<string, unknown> = {},
  guest: number | string = 'ana'
) => app.http().post(claimsPath(articleId)).set(visitor(guest)).send(claimBody(overrides));

/** Reports a passage as a guest; returns the claim's id. */
export async function reportClaim(
  app: TestApp,
  articleId: string,
  overrides: Record<string, unknown> = {},
  guest: number | string = 'ana'
): Promise<string> {
  await sendClaim(app, articleId, overrides, guest).expect(201);
  const row = await app.strapi.db
    .connection('analysis_claims')
    .where({ article_id: articleId })
    .orderBy('id', 'desc')
    .first('document_id');
  return row.document_id;
}

/** Decides on a claim through the service that the admin route calls. */
export const decideClaim = (
  app: TestApp,
  claimId: string,
  decision: { status: string; correction?: string; from?: string }
) =>
  app.strapi.plugin('analysis').service('claims').decide({ id: 1, name: 'Mod' }, claimId, decision);

/** Reports a passage and upholds it. */
export async function correctedClaim(
  app: TestApp,
  articleId: string,
  correction = 'Two engineers disputed the figures.',
  overrides: Record<string, unknown> = {}
): Promise<string> {
  const claimId = await reportClaim(app, articleId, overrides);
  await decideClaim(app, claimId, { status: 'upheld', correction });
  return claimId;
}

/** Begins all counts of attempts anew: every test's reports come from one network. */
export const forgetAttempts = (app: TestApp): Promise<void> =>
  app.strapi.plugin('analysis').service('limits').close();
