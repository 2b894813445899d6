/**
 * What a page that embeds the elements may rely on: types for `strapi-plugin-analysis/embed`.
 * Nothing here is code.
 */

/** A vote was counted, changed or (then `value` is null) taken back. */
export interface AnalysisRatedDetail {
  slug: string;
  /** The article's documentId. */
  articleId: string;
  value: number | null;
  /** Number of votes. */
  total: number;
  /** Mean of the votes, 0 when there are none. */
  average: number;
}

/** A comment was sent. It holds nothing of its author. */
export interface AnalysisCommentedDetail {
  slug: string;
  articleId: string;
  documentId: string;
  /** The comment that it replies to. */
  parent: string | null;
  status: 'pending' | 'approved';
}

/** Attributes that all elements have. */
export interface AnalysisElement extends HTMLElement {
  /** Slug of the post. */
  slug: string;
  /** Where the API is; the place that the script came from when empty. */
  server: string;
  /** Level of the element's own heading, 1 to 5. */
  heading: number;
}

declare global {
  interface HTMLElementTagNameMap {
    'analysis-rating': AnalysisElement;
    'analysis-comments': AnalysisElement;
    'analysis-post': AnalysisElement;
  }
  /** Of elements, and of the document that they bubble to. */
  interface GlobalEventHandlersEventMap {
    'analysis-rated': CustomEvent<AnalysisRatedDetail>;
    'analysis-commented': CustomEvent<AnalysisCommentedDetail>;
  }
}
