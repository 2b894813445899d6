import type { CommentPage } from '../../../shared/contracts/comments';
import type { PostView } from '../../../shared/contracts/posts';
import type { RatingView } from '../../../shared/contracts/ratings';
import { Api, ApiError } from './api';
import { DiscussionStore } from './discussion-store';
import { RatingStore } from './rating-store';
import { Shared } from './state';

export interface Post {
  view: PostView;
  rating: RatingStore;
  discussion: DiscussionStore;
}

export type PostState =
  | { status: 'loading'; post: null; error: null }
  | { status: 'failed'; post: null; error: ApiError }
  | { status: 'ready'; post: Post; error: null };

/** What stands in for what its reader may not see; the elements show nothing of it. */
const NO_RATING: RatingView = {
  ...{ total: 0, average: 0, score: 0 },
  histogram: { 1: 0, 2: 0, 3: 0, 4: 0, 5: 0 },
};
const NO_COMMENTS: CommentPage = {
  items: [],
  meta: { total: 0, sort: 'newest', limit: 0, open: false, notify: false, nextCursor: null },
};

const apis = new Map<string, Api>();
const ratings = new Map<string, RatingStore>();
const discussions = new Map<string, DiscussionStore>();
const entries = new Map<string, PostEntry>();

const once = <T>(all: Map<string, T>, key: string, make: () => T): T => {
  const found = all.get(key) ?? make();
  all.set(key, found);
  return found;
};

/** What is shown of an answer that is none of ours would be wrong in ways that nobody expects. */
function assertPost(view: PostView): PostView {
  const { article, rating, comments, corrections } = view ?? {};
  const whole =
    typeof article?.documentId === 'string' &&
    (rating === null || typeof rating?.total === 'number') &&
    (comments === null || Array.isArray(comments?.items)) &&
    Array.isArray(corrections);
  if (!whole) throw new ApiError(0);
  return view;
}

/**
 * One post in one language, fetched once for all the elements that show it. Rating and discussion
 * are the article's, so that elements of one post agree in any language.
 */
export class PostEntry extends Shared<PostState> {
  constructor(
    private readonly api: Api,
    private readonly path: string
  ) {
    super({ status: 'loading', post: null, error: null });
    void this.load();
  }

  /** Never rejects: what went wrong becomes the state. */
  async load(): Promise<void> {
    const { api } = this;
    this.set({ status: 'loading', post: null, error: null });
    try {
      const { data } = await api.call<PostView>('GET', this.path);
      const view = assertPost(data);
      const { documentId } = view.article;
      const key = `${api.base} ${documentId}`;
      const known = view.rating ?? NO_RATING;
      const rating = once(ratings, key, () => new RatingStore(api, documentId, known));
      rating.seed(known);
      const page = view.comments ?? NO_COMMENTS;
      const discussion = once(discussions, key, () => new DiscussionStore(api, documentId, page));
      discussion.seed(page);
      this.set({ status: 'ready', post: { view, rating, discussion }, error: null });
    } catch (error) {
      const known = error instanceof ApiError ? error : new ApiError(0);
      this.set({ status: 'failed', post: null, error: known });
    }
  }
}

/** The post that some elements show; forgotten when the last of them lets go. */
export function postEntry(base: string, slug: string, tag: string): PostEntry {
  const api = once(apis, base, () => new Api(base));
  const query = new URLSearchParams({ lang: tag });
  const path = `/posts/${encodeURIComponent(slug)}?${query}`;
  return once(entries, base + path, () => new PostEntry(api, path));
}

/** Lets go of a post once nobody shows it; one that is only moved on the page keeps it. */
export function release(entry: PostEntry): void {
  queueMicrotask(() => {
    if (entry.watched) return;
    for (const [key, each] of entries) if (each === entry) entries.delete(key);
  });
}
