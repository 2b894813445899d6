import type { Core } from '@strapi/strapi';
import {
  claimDecisionInput,
  claimInput,
  type ClaimCard,
  type ClaimInput,
} from '../../../../shared/contracts/claims';
import { webHref } from '../../../../shared/values';
import { fault, faultsFromZod } from '../../../../shared/faults';
import { LIMITS } from '../../../../shared/limits';
import type { Actor } from '../../audience/identity/api';
import { postLink } from '../../platform/http/urls';
import {
  inTransaction,
  isUniqueViolation,
  onConnection,
  type Trx,
} from '../../platform/database/connection';
import { assertNoFaults, ClashError, decode, EditedError, notFound } from '../../platform/errors';
import { isDocumentId } from '../../platform/security/hash';
import { cutPage, decodeCursor } from '../../platform/http/pagination';
import { services, type Services } from '../../common/services';
import { bodyText } from '../../platform/text/markdown';
import {
  byArticle,
  decided,
  isOvertaken,
  isSame,
  passagesIn,
  quoteFaults,
  quoteHash,
  REPORTS_A_DAY,
} from './rules';
import {
  countClaims,
  deleteClaims,
  hasReported,
  insertClaim,
  lockClaim,
  saveDecision,
  selectClaim,
  selectClaims,
  selectCorrections,
  selectTexts,
  type ArticleText,
  type ClaimRow,
} from './store';

const DAY_SECONDS = 24 * 60 * 60;
const TOO_MANY = 'You have reported many passages today. Please try again tomorrow.';

/** Finds passages in an article's title and body. */
const passagesOf = ({ title, body, originalLink }: ArticleText) =>
  passagesIn([title, bodyText(body, originalLink)]);

const NOWHERE = { passage: null, contentHash: null };

/** A passage in the article's own words, with the article's hash if its title or body has it. */
function lookFor(
  quote: string,
  article: ArticleText | undefined
): { passage: string | null; contentHash: string | null } {
  if (article === undefined) return NOWHERE;
  const passage = passagesOf(article)(quote);
  return passage === null
    ? { passage: passagesIn(article.summaries)(quote), contentHash: null }
    : { passage, contentHash: article.contentHash || null };
}

const alreadyReported = (): ClashError =>
  new ClashError([fault('quote', 'taken', 'You have reported this passage already')]);

function cardOf(
  claim: ClaimRow,
  article: ArticleText | undefined,
  stillThere: boolean,
  addressOf: (slug: string) => string
): ClaimCard {
  return {
    documentId: claim.documentId,
    status: claim.status,
    quote: claim.quote,
    note: claim.note,
    source: webHref(claim.source),
    createdAt: claim.createdAt.toISOString(),
    article: {
      documentId: claim.articleId,
      title: article?.title ?? '',
      slug: article?.slug ?? null,
      language: article?.language ?? 'und',
      published: article?.published ?? false,
      address: article?.published && article.slug ? addressOf(article.slug) : null,
    },
    stillThere,
    correction: claim.correction,
    correctedAt: claim.correctedAt?.toISOString() ?? null,
    decided: claim.decidedAt ? { by: claim.actorName, at: claim.decidedAt.toISOString() } : null,
  };
}

/** Tells whether articles still hold passages, reading each text that has changed once. */
function lookUp(): (claim: ClaimRow, article: ArticleText) => boolean {
  const read = new Map<ArticleText, ReturnType<typeof passagesOf>>();
  return ({ contentHash, quote }, article) => {
    // Title and body are as they were, and had it.
    if (contentHash === article.contentHash) return true;
    if (passagesIn(article.summaries)(quote) !== null) return true;
    const find = read.get(article) ?? passagesOf(article);
    read.set(article, find);
    return find(quote) !== null;
  };
}

/** Reports that a claim is wrong, and corrections; see `Services` for the contract. */
export const claimsService = ({ strapi }: { strapi: Core.Strapi }): Services['claims'] => {
  /** Claims with what stands around them: two queries, whatever their number. */
  const cardsOf = async (claims: ClaimRow[]): Promise<ClaimCard[]> => {
    if (claims.length === 0) return [];
    const articles = await onConnection(strapi, (knex) =>
      selectTexts(
        knex,
        claims.map(({ articleId }) => articleId)
      )
    );
    const isStillThere = lookUp();
    return claims.map((claim) => {
      const article = articles.get(claim.articleId);
      const stillThere = article !== undefined && isStillThere(claim, article);
      return cardOf(claim, article, stillThere, (slug) => postLink(strapi, slug));
    });
  };

  const find = async (claimId: string): Promise<ClaimRow> => {
    const claim = isDocumentId(claimId)
      ? await onConnection(strapi, (knex) => selectClaim(knex, claimId))
      : null;
    if (claim === null) throw notFound('Claim');
    return claim;
  };

  /**
   * Reads a report, and looks for its passage in the article.
   * @throws ValidationError that names every field at fault
   */
  const read = async (articleId: string, data: unknown) => {
    const parsed = claimInput().safeParse(data);
    // Looked for even if another field is at fault, so that all is told at once.
    const quote = claimInput().shape.quote.safeParse((data as { quote?: unknown } | null)?.quote);
    const articles = await onConnection(strapi, (knex) => selectTexts(knex, [articleId]));
    const found = quote.success ? lookFor(quote.data, articles.get(articleId)) : NOWHERE;
    assertNoFaults([
      ...(parsed.success ? [] : faultsFromZod(parsed.error)),
      ...(quote.success && !parsed.data?.homepage ? quoteFaults(quote.data, found.passage) : []),
    ]);
    return { ...(parsed.data as ClaimInput), ...found };
  };

  /** @throws RateLimitError when the reader, or their network, has reported a lot today */
  const takeTurn = async ({ key, ipHash, newVisitorToken }: Actor): Promise<void> => {
    const { limits } = services(strapi);
    const take = (name: string, whose: string, most: number): Promise<void> =>
      limits.enforce(name, whose, { most, seconds: DAY_SECONDS }, TOO_MANY);
    const own = () => take('claims-identity', key, REPORTS_A_DAY.identity);
    const network = () => take('claims-network', ipHash, REPORTS_A_DAY.network);
    // One after the other: who is over the own limit does not use up the neighbours', and who is
    // new each time does not make more keys than the network may.
    for (const turn of newVisitorToken === null ? [own, network] : [network, own]) await turn();
  };

  return {
    removeAll: (trx, articleId) => deleteClaims(trx, articleId),

    async report(actor, articleId, data) {
      const { articles } = services(strapi);
      await articles.assertPublished(articleId);
      const { quote, passage, contentHash, note, source, homepage } = await read(articleId, data);
      // Answered as if it were kept, so that a program learns nothing.
      if (homepage) return;
      // Counted once it would be kept: whoever has to look for the right passage is no flood.
      await takeTurn(actor);
      const hash = quoteHash(quote);
      const insert = async (trx: Trx): Promise<void> => {
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
        await services(strapi).notifications.enqueueForClaim(
          trx,
          `${articleId}:${hash}:${actor.key}`
        );
      };
      try {
        await inTransaction(strapi, insert);
      } catch (error) {
        throw isUniqueViolation(error) ? alreadyReported() : error;
      }
    },

    async corrections(articleIds) {
      if (articleIds.length === 0) return new Map();
      const rows = await onConnection(strapi, (knex) =>
        selectCorrections(knex, articleIds, LIMITS.correctionsPerArticle)
      );
      return byArticle(rows);
    },

    async list({ status, filters, sort, limit, cursor }) {
      const keyset = decodeCursor(cursor);
      const rows = await onConnection(strapi, (knex) =>
        selectClaims(knex, { status, filters, sort, limit, cursor: keyset })
      );
      const { page, nextCursor } = cutPage(rows, limit);
      return { items: await cardsOf(page), meta: { status, limit, nextCursor } };
    },

    counts: (filters) =>
      onConnection(strapi, (knex) => countClaims(knex, filters, LIMITS.queueCount)),

    async decide(moderator, claimId, data) {
      const input = decode(claimDecisionInput(), data);
      // Read before the transaction: on MySQL a first read inside would fix what later ones see.
      const { articleId } = await find(claimId);
      const overtaken = await inTransaction(strapi, async (trx) => {
        await services(strapi).stats.lock(trx, articleId);
        const claim = await lockClaim(trx, claimId);
        if (claim === null) throw notFound('Claim');
        const now = new Date();
        const after = decided(claim, input, now);
        if (isOvertaken(claim, after, input.from)) return true;
        if (!isSame(claim, after)) {
          await saveDecision(trx, claim, after, moderator, now);
          await services(strapi).postCache.drop([articleId]);
        }
        return false;
      });
      const [card] = (await cardsOf([await find(claimId)])) as [ClaimCard];
      if (overtaken) {
        throw new EditedError('Someone has decided on this claim meanwhile', { current: card });
      }
      return card;
    },
  };
};
