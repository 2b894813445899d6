import { articleAddress } from '../../lib/article-address';

/** What a card says of its article. */
interface Article {
  documentId: string;
  /** Where readers see it; null for one that is not published. */
  address: string | null;
}

/** Where the title of an article leads, and a second link beside it. */
export interface ArticleLinks {
  title: { to: 'form'; path: string } | { to: 'site'; href: string } | { to: 'nowhere' };
  /** Null where the title leads there, and where there is no page. */
  site: string | null;
}

/**
 * Leads to the article's form those who may read it in the content manager, and the others to the
 * page that readers see, if there is one: the form would only say that they are not allowed.
 */
export function articleLinks({ documentId, address }: Article, mayRead: boolean): ArticleLinks {
  if (mayRead) return { title: { to: 'form', path: articleAddress(documentId) }, site: address };
  return {
    title: address === null ? { to: 'nowhere' } : { to: 'site', href: address },
    site: null,
  };
}
