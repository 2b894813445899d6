import { bodyText } from '../../platform/text/markdown';
import { passagesIn } from './rules';
import type { ArticleText } from './texts-store';

/** Finds passages in an article's title and body. */
export const passagesOf = ({
  title,
  body,
  originalLink,
}: ArticleText): ReturnType<typeof passagesIn> => passagesIn([title, bodyText(body, originalLink)]);

/** A passage in the article's own words; the hash is the article's, if its title or body has it. */
export interface Passage {
  passage: string | null;
  contentHash: string | null;
}

export const NOWHERE: Passage = { passage: null, contentHash: null };

/** Looks for a quote in an article, and where title and body do not have it in its summaries. */
export function lookFor(quote: string, article: ArticleText | undefined): Passage {
  if (article === undefined) return NOWHERE;
  const passage = passagesOf(article)(quote);
  return passage === null
    ? { passage: passagesIn(article.summaries)(quote), contentHash: null }
    : { passage, contentHash: article.contentHash || null };
}
