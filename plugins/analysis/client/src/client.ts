import { connect, editHeaders, type CallOptions, type ClientOptions, type Http } from './http.js';
import { pagesOf } from './pages.js';
import type {
  ClaimInput,
  CommentCreated,
  CommentInput,
  CommentPage,
  CommentsQuery,
  CommentThread,
  IngestInput,
  IngestResult,
  MyRating,
  Post,
  Rankings,
  RankingsQuery,
  ReplyPage,
  ReportInput,
} from './types.js';

export interface EditOptions extends CallOptions {
  /** `meta.editToken` of the answer to the new comment; a signed-in author needs none. */
  editToken?: string;
}

/** Every call throws an `AnalysisError` when it is refused or gets no answer. */
export interface AnalysisClient {
  /** Every operation of the document, typed by path; with the client's tokens put in. */
  http: Http;
  /** The visitor token, once the server has handed one out; give it to the next client. */
  readonly visitor: string | null;
  posts: {
    /** A whole page in one call. */
    get(slug: string, options?: { lang?: string } & CallOptions): Promise<Post>;
    rankings(options?: RankingsQuery & CallOptions): Promise<Rankings>;
  };
  ratings: {
    get(articleId: string, options?: CallOptions): Promise<MyRating>;
    /** Votes, or changes the vote. */
    rate(articleId: string, value: number, options?: CallOptions): Promise<MyRating>;
    withdraw(articleId: string, options?: CallOptions): Promise<MyRating>;
  };
  comments: {
    page(articleId: string, options?: CommentsQuery & CallOptions): Promise<CommentPage>;
    /** All pages from `cursor` on, each read when it is asked for. */
    pages(articleId: string, options?: CommentsQuery & CallOptions): AsyncGenerator<CommentPage>;
    /** The replies that did not come with their thread. */
    replies(
      articleId: string,
      thread: Pick<CommentThread, 'documentId' | 'repliesCursor'>,
      options?: { limit?: number } & CallOptions
    ): AsyncGenerator<ReplyPage>;
    /** Says when the form was shown; send it with the comment. */
    formToken(options?: CallOptions): Promise<string>;
    create(articleId: string, input: CommentInput, options?: CallOptions): Promise<CommentCreated>;
    edit(commentId: string, content: string, options?: EditOptions): Promise<CommentCreated>;
    delete(commentId: string, options?: EditOptions): Promise<void>;
    report(commentId: string, input: ReportInput, options?: CallOptions): Promise<void>;
  };
  claims: {
    /** Reports that a passage of an article is wrong. */
    report(articleId: string, input: ClaimInput, options?: CallOptions): Promise<void>;
  };
  ingest: {
    /** Delivers one generated post; needs an API token. */
    put(post: IngestInput, options?: { force?: boolean } & CallOptions): Promise<IngestResult>;
  };
}

/** A client of one server, as one reader. It keeps the visitor token that it is given. */
export function createAnalysisClient(options: ClientOptions): AnalysisClient {
  const connection = connect(options);
  const { http, settle } = connection;
  const article = (documentId: string) => ({ path: { documentId } });

  const list = (articleId: string, query: CommentsQuery & { thread?: string }, call: CallOptions) =>
    settle(
      http.GET('/articles/{documentId}/comments', {
        params: { ...article(articleId), query },
        ...call,
      }),
      call
    );
  const page = async (articleId: string, { signal, ...query }: CommentsQuery & CallOptions = {}) =>
    // Without `thread` the answer is a page of threads.
    (await list(articleId, query, withSignal(signal))) as CommentPage;

  return {
    http,
    get visitor() {
      return connection.visitor();
    },
    posts: {
      async get(slug, { signal, ...query } = {}) {
        const call = withSignal(signal);
        const params = { path: { slug }, query };
        return (await settle(http.GET('/posts/{slug}', { params, ...call }), call)).data;
      },
      rankings({ signal, ...query } = {}) {
        const call = withSignal(signal);
        return settle(http.GET('/rankings', { params: { query }, ...call }), call);
      },
    },
    ratings: {
      async get(articleId, call) {
        const params = article(articleId);
        const asked = http.GET('/articles/{documentId}/rating', { params, ...call });
        return (await settle(asked, call)).data;
      },
      async rate(articleId, value, call) {
        const init = { params: article(articleId), body: { data: { value } }, ...call };
        return (await settle(http.PUT('/articles/{documentId}/rating', init), call)).data;
      },
      async withdraw(articleId, call) {
        const params = article(articleId);
        const asked = http.DELETE('/articles/{documentId}/rating', { params, ...call });
        return (await settle(asked, call)).data;
      },
    },
    comments: {
      page,
      pages: (articleId, { cursor, ...rest } = {}) =>
        pagesOf((at) => page(articleId, { ...rest, ...(at ? { cursor: at } : {}) }), cursor),
      async *replies(articleId, { documentId, repliesCursor }, { signal, limit } = {}) {
        // Its thread has them all.
        if (repliesCursor === null) return;
        const call = withSignal(signal);
        const query = { thread: documentId, ...(limit ? { limit } : {}) };
        const read = (cursor = repliesCursor) => list(articleId, { ...query, cursor }, call);
        yield* pagesOf(read);
      },
      async formToken(call) {
        return (await settle(http.GET('/comment-token', { ...call }), call)).data.token;
      },
      create(articleId, data, call) {
        const init = { params: article(articleId), body: { data }, ...call };
        return settle(http.POST('/articles/{documentId}/comments', init), call);
      },
      edit(commentId, content, { editToken, signal } = {}) {
        const call = withSignal(signal);
        const params = article(commentId);
        const init = { params, body: { data: { content } }, headers: editHeaders(editToken) };
        return settle(http.PATCH('/comments/{documentId}', { ...init, ...call }), call);
      },
      async delete(commentId, { editToken, signal } = {}) {
        const call = withSignal(signal);
        const init = { params: article(commentId), headers: editHeaders(editToken), ...call };
        await settle(http.DELETE('/comments/{documentId}', init), call);
      },
      async report(commentId, data, call) {
        const init = { params: article(commentId), body: { data }, ...call };
        await settle(http.POST('/comments/{documentId}/reports', init), call);
      },
    },
    claims: {
      async report(articleId, data, call) {
        const init = { params: article(articleId), body: { data }, ...call };
        await settle(http.POST('/articles/{documentId}/claims', init), call);
      },
    },
    ingest: {
      async put(data, { force, signal } = {}) {
        const call = withSignal(signal);
        const query = force === undefined ? {} : { force };
        const init = { params: { query }, body: { data }, ...call };
        return (await settle(http.PUT('/posts', init), call)).data;
      },
    },
  };
}

const withSignal = (signal: AbortSignal | undefined): CallOptions => (signal ? { signal } : {});
