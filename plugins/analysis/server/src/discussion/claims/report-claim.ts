import { claimInput, type ClaimInput } from '../../../../shared/contracts/claims';
import { fault, faultsFromZod } from '../../../../shared/faults';
import type { Actor } from '../../audience/identity/api';
import { inTransaction, isUniqueViolation, onConnection } from '../../platform/database/connection';
import { assertNoFaults, ClashError } from '../../platform/errors';
import type { DocumentId } from '../../platform/strapi/uids';
import type { ClaimsDeps } from './deps';
import { lookFor, NOWHERE, type Passage } from './passages';
import { quoteFaults, quoteHash, REPORTS_A_DAY } from './rules';
import { hasReported, insertClaim } from './store';
import { selectTexts } from './texts-store';

const DAY_SECONDS = 24 * 60 * 60;
const TOO_MANY = 'You have reported many passages today. Please try again tomorrow.';

const alreadyReported = (): ClashError =>
  new ClashError([fault('quote', 'taken', 'You have reported this passage already')]);

/**
 * Reads a report, and looks for its passage in the article.
 * @throws ValidationError that names every field at fault
 */
async function readReport(
  { strapi }: ClaimsDeps,
  articleId: DocumentId,
  data: unknown
): Promise<ClaimInput & Passage> {
  const parsed = claimInput.safeParse(data);
  // Searched even if another field is at fault, so that one response names all faults.
  const quote = claimInput.shape.quote.safeParse((data as { quote?: unknown } | null)?.quote);
  const articles = await onConnection(strapi, (knex) => selectTexts(knex, [articleId]));
  const found = quote.success ? lookFor(quote.data, articles.get(articleId)) : NOWHERE;
  assertNoFaults([
    ...(parsed.success ? [] : faultsFromZod(parsed.error)),
    ...(quote.success && !parsed.data?.homepage ? quoteFaults(quote.data, found.passage) : []),
  ]);
  return { ...(parsed.data as ClaimInput), ...found };
}

/** @throws RateLimitError when the reader, or their network, has reported a lot today */
async function takeTurn(
  { limiter }: ClaimsDeps,
  { key, ipHash, newVisitorToken }: Actor
): Promise<void> {
  const take = (name: string, whose: string, most: number): Promise<void> =>
    limiter.enforce(name, whose, { most, seconds: DAY_SECONDS }, TOO_MANY);
  const own = () => take('claims-identity', key, REPORTS_A_DAY.identity);
  const network = () => take('claims-network', ipHash, REPORTS_A_DAY.network);
  // One after the other: who is over the own limit does not use up the neighbours', and who is
  // new each time does not make more keys than the network may.
  for (const turn of newVisitorToken === null ? [own, network] : [network, own]) await turn();
}

/** Stores a report, unless the actor has reported the passage before. @throws ClashError */
async function store(
  { articles, events, strapi }: ClaimsDeps,
  actor: Actor,
  articleId: DocumentId,
  report: ClaimInput & Passage
): Promise<void> {
  const { quote, passage, contentHash, note, source } = report;
  const hash = quoteHash(quote);
  try {
    await inTransaction(strapi, async (trx) => {
      await articles.lockPublished(trx, articleId);
      if (await hasReported(trx, articleId, hash, actor.keys)) throw alreadyReported();
      await insertClaim(trx, {
        articleId,
        reporterKey: actor.key,
        quote: passage ?? quote,
        quoteHash: hash,
        note,
        source: source ?? null,
        contentHash,
      });
      await events.emit('claim.reported', { trx, key: `${articleId}:${hash}:${actor.key}` });
    });
  } catch (error) {
    throw isUniqueViolation(error) ? alreadyReported() : error;
  }
}

/**
 * Reports that a passage of an article is wrong.
 * @param data as `claimInput`
 * @throws ValidationError; NotFoundError unless published; RateLimitError; ClashError when the
 *   actor has reported this passage before
 */
export const reportClaim =
  (deps: ClaimsDeps) =>
  async (actor: Actor, articleId: DocumentId, data: unknown): Promise<void> => {
    await deps.articles.assertPublished(articleId);
    const report = await readReport(deps, articleId, data);
    // Answered as if it were stored, so that a bot learns nothing.
    if (report.homepage) return;
    // Counted only when it is valid: retries with the right passage must not be limited.
    await takeTurn(deps, actor);
    await store(deps, actor, articleId, report);
  };
