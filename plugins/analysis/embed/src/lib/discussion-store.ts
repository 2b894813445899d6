import type {
  CommentNode,
  CommentPage,
  CommentPageMeta,
  CommentReceipt,
  CommentReceiptMeta,
  CommentSort,
  CommentThread,
  CommentView,
} from '../../../shared/contracts/comments';
import { statusOf, type Api } from './api';
import { ownOf, readOwn, withOwn, withoutOwn, type OwnComment } from './own-comments';
import { Shared } from './state';
import { placeFor, type Place } from './storage';
import { append, find, graft, prune, remove, replace } from './tree';

export interface DiscussionState extends CommentPage {
  own: OwnComment[];
  /** Own comments that were sent since the page was loaded. */
  fresh: ReadonlySet<string>;
  /** What is being fetched: `sort`, `more`, or a thread's documentId. */
  busy: ReadonlySet<string>;
}

/** What a reader writes; the contract's `commentInput`. */
export interface Written {
  content: string;
  parent: string | null;
  author: { name: string; email: string; url: string };
  homepage: string;
  notify: boolean;
}

export interface Sent {
  receipt: CommentReceipt;
  meta: CommentReceiptMeta;
}

/** Public, or on its way to be: anything else was refused. */
const isAccepted = ({ status }: CommentReceipt) => status === 'pending' || status === 'approved';

/** The discussion of an article as far as it was read, and the reader's own part in it. */
export class DiscussionStore extends Shared<DiscussionState> {
  private readonly place: Place;
  private formToken: Promise<string | undefined> | null = null;
  /** A list that was asked for in another order is not added to this one. */
  private order = 0;

  constructor(
    private readonly api: Api,
    readonly articleId: string,
    page: CommentPage
  ) {
    super({ ...page, own: [], fresh: new Set(), busy: new Set() });
    this.place = placeFor(`analysis-comments:${api.base}`);
    this.state.own = this.stored();
  }

  /** The first page as the post has it now, while nobody looks at what is here. */
  seed(page: CommentPage): void {
    if (!this.watched) this.set({ ...page, own: this.stored() });
  }

  private stored(): OwnComment[] {
    return readOwn(this.place, Date.now()).filter(({ articleId }) => articleId === this.articleId);
  }

  private keep(change: (all: OwnComment[]) => OwnComment[]): void {
    this.place.write(JSON.stringify(change(readOwn(this.place, Date.now()))));
    this.set({ own: this.stored() });
  }

  private get path(): string {
    return `/articles/${this.articleId}/comments`;
  }

  private async whileBusy<T>(what: string, work: () => Promise<T>): Promise<T> {
    this.set({ busy: new Set([...this.state.busy, what]) });
    try {
      return await work();
    } finally {
      this.set({ busy: new Set([...this.state.busy].filter((each) => each !== what)) });
    }
  }

  private list(query: Record<string, string>) {
    return this.api.call<CommentThread[], CommentPageMeta>(
      'GET',
      `${this.path}?${new URLSearchParams(query)}`
    );
  }

  /** @throws ApiError */
  sort(sort: CommentSort): Promise<void> {
    return this.whileBusy('sort', async () => {
      const order = (this.order += 1);
      const { data: items, meta } = await this.list({ sort });
      if (order === this.order) this.set({ items, meta });
    });
  }

  /** @throws ApiError */
  more(): Promise<void> {
    return this.whileBusy('more', async () => {
      const { order } = this;
      const { nextCursor, sort } = this.state.meta;
      if (nextCursor === null) return;
      const { data, meta } = await this.list({ sort, cursor: nextCursor });
      if (order === this.order) this.set({ items: append(this.state.items, data), meta });
    });
  }

  /** @throws ApiError */
  moreReplies(thread: string): Promise<void> {
    return this.whileBusy(thread, async () => {
      const cursor = this.state.items.find((each) => each.documentId === thread)?.repliesCursor;
      if (!cursor) return;
      const query = new URLSearchParams({ thread, cursor });
      const { data, meta } = await this.api.call<CommentView[], { nextCursor: string | null }>(
        'GET',
        `${this.path}?${query}`
      );
      this.set({
        items: this.state.items.map((each) =>
          each.documentId === thread ? graft(each, data, meta.nextCursor) : each
        ),
      });
    });
  }

  /** Says from now on when a form began to be filled in; a comment counts without it too. */
  begin(): void {
    this.formToken ??= this.api.call<{ token: string }>('GET', '/comment-token').then(
      ({ data }) => data.token,
      () => undefined
    );
  }

  /** @throws ApiError */
  async create({ parent, author, ...rest }: Written): Promise<Sent> {
    const formToken = await this.formToken;
    const answer = await this.api.call<CommentReceipt, CommentReceiptMeta>('POST', this.path, {
      personal: true,
      data: { ...rest, author, ...(parent ? { parent } : {}), ...(formToken ? { formToken } : {}) },
    });
    this.formToken = null;
    const { data: receipt, meta } = answer;
    if (isAccepted(receipt)) {
      this.set({ fresh: new Set([...this.state.fresh, receipt.documentId]) });
      this.keep((all) => withOwn(all, ownOf(this.articleId, receipt, meta)));
    }
    return { receipt, meta };
  }

  /** @throws ApiError */
  async edit(own: OwnComment, content: string): Promise<Sent> {
    const { documentId, editToken } = own;
    const answer = await this.api.call<CommentReceipt, CommentReceiptMeta>(
      'PATCH',
      `/comments/${documentId}`,
      { data: { content }, personal: true, editToken: editToken ?? undefined }
    );
    const { data: receipt, meta } = answer;
    if (receipt.status === 'approved') {
      this.set({ items: replace(this.state.items, receipt) });
    } else {
      this.take(prune(this.state.items, documentId));
    }
    this.keep((all) =>
      isAccepted(receipt)
        ? withOwn(all, ownOf(this.articleId, receipt, meta, own))
        : withoutOwn(all, documentId)
    );
    return { receipt, meta };
  }

  /** @throws ApiError unless it is gone, by this or already */
  async remove({ documentId, editToken }: OwnComment): Promise<void> {
    try {
      await this.api.call('DELETE', `/comments/${documentId}`, {
        personal: true,
        editToken: editToken ?? undefined,
      });
    } catch (error) {
      if (statusOf(error) !== 404) throw error;
    }
    this.take(remove(this.state.items, documentId));
    this.keep((all) => withoutOwn(all, documentId));
  }

  /** @throws ApiError */
  async report(documentId: string, reason: string, note: string): Promise<void> {
    await this.api.call('POST', `/comments/${documentId}/reports`, {
      personal: true,
      data: { reason, ...(note.trim() ? { note } : {}) },
    });
  }

  /** Shows fewer comments than before, and counts them. */
  private take(items: CommentThread[]): void {
    const lost = visibleCount(this.state.items) - visibleCount(items);
    const { meta } = this.state;
    this.set({ items, meta: { ...meta, total: Math.max(0, meta.total - lost) } });
  }

  /** Whether a comment is public as far as the page knows. */
  isPublic(documentId: string): boolean {
    return find(this.state.items, documentId) !== null;
  }
}

const visibleCount = (nodes: readonly CommentNode[]): number =>
  nodes.reduce((sum, { deleted, replies }) => sum + (deleted ? 0 : 1) + visibleCount(replies), 0);
