import type { ClaimCard } from '../../../../shared/contracts/claims';
import { webHref } from '../../../../shared/values';
import { onConnection } from '../../platform/database/connection';
import { postLink } from '../../platform/http/urls';
import type { ClaimsDeps } from './deps';
import { passagesOf } from './passages';
import { passagesIn } from './rules';
import type { ClaimRow } from './store';
import { selectTexts, type ArticleText } from './texts-store';

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

/** Checks whether articles still contain passages; parses each changed text once. */
function passageFinder(): (claim: ClaimRow, article: ArticleText) => boolean {
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

/** Claims with what stands around them: two queries, whatever their number. */
export async function cardsOf({ strapi }: ClaimsDeps, claims: ClaimRow[]): Promise<ClaimCard[]> {
  if (claims.length === 0) return [];
  const articles = await onConnection(strapi, (knex) =>
    selectTexts(
      knex,
      claims.map(({ articleId }) => articleId)
    )
  );
  const isStillThere = passageFinder();
  return claims.map((claim) => {
    const article = articles.get(claim.articleId);
    const stillThere = article !== undefined && isStillThere(claim, article);
    return cardOf(claim, article, stillThere, (slug) => postLink(strapi, slug));
  });
}
