import type { Core } from '@strapi/strapi';
import { EMPTY_CLAIM, type ClaimValues } from './claim-form';
import { EMPTY_FORM, type FormValues } from './comment-form';
import type { FormFault } from './form-parts';
import { nameOf } from './errors';
import { PageError } from './error-page';
import {
  languagesOf,
  pageContext,
  parameter,
  parameters,
  sendPreview,
  sendPrivate,
  sendPublic,
  type ReaderContext,
} from './http';
import { href } from './layout';
import { renderList, type ListSort } from './list-page';
import { renderPost, type PostPageProps } from './post-page';
import { renderPreview } from './preview-page';
import { renderSearch } from './search-page';
import { analysis, type Card, type Post } from './services';

const PAGE_SIZE = 10;
/** Further back no reader pages by hand, and the database would count its way there. */
const MAX_PAGE = 1_000;

/** Related posts under a post. */
const RELATED = 3;

const NOTICES = ['rated', 'withdrawn', 'pending', 'approved', 'confirm', 'claimed'] as const;

/** Cards show the summary for whatever languages are asked for. */
const ALL_LANGUAGES = (languages: string[]): string => languages.join();

/** Cards without what their reader may not see. */
async function seenCards<Any extends Card>(
  strapi: Core.Strapi,
  ctx: ReaderContext,
  cards: Any[]
): Promise<Any[]> {
  const sees = await analysis(strapi, 'access').visibleParts(ctx);
  return cards.map((card) => analysis(strapi, 'posts').visibleCard(card, sees));
}

/** `/`: the published posts, newest or best rated first. */
export async function listPage(strapi: Core.Strapi, ctx: ReaderContext): Promise<void> {
  await analysis(strapi, 'access').assertAllowed(ctx, 'plugin::analysis.article.find');
  const sort: ListSort = parameter(ctx, 'sort') === 'score' ? 'score' : 'newest';
  const text = parameter(ctx, 'page') ?? '1';
  const page = /^\d{1,4}$/.test(text) ? Number(text) : 0;
  if (page < 1 || page > MAX_PAGE) throw new PageError(404);
  const { items, pageCount } = await analysis(strapi, 'posts').list({
    sort,
    page,
    pageSize: PAGE_SIZE,
    languages: languagesOf(strapi, ctx),
  });
  if (page > 1 && items.length === 0) throw new PageError(404);
  const context = pageContext(strapi, ctx, '/', {
    ...(sort === 'newest' ? {} : { sort }),
    ...(page === 1 ? {} : { page: String(page) }),
  });
  const seen = await seenCards(strapi, ctx, items);
  sendPublic(strapi, ctx, renderList({ context, sort, page, pageCount, items: seen }), {
    of: null,
    summaryFor: ALL_LANGUAGES,
  });
}

/** A query that the search refuses is answered with a page that says so. */
const isRefusal = (error: unknown): boolean => nameOf(error) === 'ValidationError';

/** `/search?q=`: what is found in the published posts. */
export async function searchPage(strapi: Core.Strapi, ctx: ReaderContext): Promise<void> {
  for (const action of ['plugin::analysis.search.find', 'plugin::analysis.post.findOne']) {
    await analysis(strapi, 'access').assertAllowed(ctx, action);
  }
  const q = (parameter(ctx, 'q') ?? '').trim();
  const context = pageContext(strapi, ctx, '/search', parameters(ctx, ['q', 'cursor']));
  if (q === '') {
    const html = renderSearch({ context, q, items: [], nextCursor: null, refused: false });
    return sendPublic(strapi, ctx, html, { of: null, summaryFor: ALL_LANGUAGES });
  }
  try {
    const found = await analysis(strapi, 'search').find({
      q,
      limit: PAGE_SIZE,
      cursor: parameter(ctx, 'cursor'),
      languages: languagesOf(strapi, ctx),
      network: analysis(strapi, 'identity').identify(ctx).ipHash,
    });
    const items = await seenCards(strapi, ctx, found.items);
    const html = renderSearch({ context, q, ...found, items, refused: false });
    sendPublic(strapi, ctx, html, { of: null, summaryFor: ALL_LANGUAGES });
  } catch (error) {
    if (!isRefusal(error)) throw error;
    const html = renderSearch({ context, q, items: [], nextCursor: null, refused: true });
    sendPrivate(ctx, 400, html);
  }
}

/** Posts near one, where the reader may see them. */
async function relatedOf(strapi: Core.Strapi, ctx: ReaderContext, slug: string): Promise<Card[]> {
  try {
    await analysis(strapi, 'access').assertAllowed(ctx, 'plugin::analysis.related.find');
    const options = { limit: RELATED, languages: languagesOf(strapi, ctx) };
    return (await analysis(strapi, 'search').related(slug, options)).items;
  } catch (error) {
    // Switched off, or withdrawn this very moment: the post itself is shown all the same.
    if (['ForbiddenError', 'NotFoundError'].includes(nameOf(error))) return [];
    throw error;
  }
}

/** Finds a post for a page; answers itself, and returns null, when it has moved. */
export async function findPost(
  strapi: Core.Strapi,
  ctx: ReaderContext,
  slug: string
): Promise<Post | null> {
  await analysis(strapi, 'access').assertAllowed(ctx, 'plugin::analysis.post.findOne');
  const found = await analysis(strapi, 'posts').read(slug, languagesOf(strapi, ctx));
  if (found.kind === 'missing') throw new PageError(404);
  if (found.kind === 'post') {
    const sees = await analysis(strapi, 'access').visibleParts(ctx);
    return analysis(strapi, 'posts').visiblePost(found.post, sees);
  }
  ctx.redirect(`/posts/${found.slug}${ctx.search}`);
  ctx.status = 301;
  return null;
}

/** The order of the comments that the address asks for, where it is not the usual one. */
function sortOf(ctx: ReaderContext): { sort?: 'oldest' | 'discussed' } {
  const sort = parameter(ctx, 'sort');
  return sort === 'oldest' || sort === 'discussed' ? { sort } : {};
}

/** The part of the discussion that the address asks for, where that is not the first page. */
async function discussionPart(
  strapi: Core.Strapi,
  ctx: ReaderContext,
  post: Post
): Promise<Pick<PostPageProps, 'post' | 'further'>> {
  const { documentId } = post.article;
  if (post.comments === null) return { post, further: null };
  const cursor = parameter(ctx, 'cursor');
  const thread = parameter(ctx, 'thread');
  const comments = analysis(strapi, 'comments');
  if (thread !== null) {
    const { items, meta } = await comments.replies(documentId, thread, { cursor });
    const nodes = items.map((item) => ({ ...item, replies: [] }));
    return { post, further: { thread, items: nodes, nextCursor: meta.nextCursor } };
  }
  const { sort = 'newest' } = sortOf(ctx);
  if (cursor === null && sort === 'newest') return { post, further: null };
  const page = await comments.page(documentId, { sort, cursor });
  return { post: { ...post, comments: page }, further: null };
}

interface Refused<Values> {
  values: Values;
  faults: FormFault[];
}

/** Renders a post with what stands in its forms; used for reading and for a refused form. */
export async function sendPost(
  strapi: Core.Strapi,
  ctx: ReaderContext,
  post: Post,
  refused: { comment?: Refused<FormValues>; claim?: Refused<ClaimValues>; status?: number } = {}
): Promise<void> {
  const context = pageContext(strapi, ctx, `/posts/${post.article.slug}`, {
    ...sortOf(ctx),
    ...parameters(ctx, ['reply', 'thread', 'cursor']),
  });
  const notice = NOTICES.find((each) => each === parameter(ctx, 'notice')) ?? null;
  const form = refused.comment ?? {
    values: { ...EMPTY_FORM, parent: parameter(ctx, 'reply') ?? '' },
    faults: [],
  };
  const part = await discussionPart(strapi, ctx, post);
  const claim = refused.claim ?? { values: EMPTY_CLAIM, faults: [] };
  const related = await relatedOf(strapi, ctx, post.article.slug);
  const html = renderPost({ context, ...part, notice, form, claim, related });
  if (refused.comment ?? refused.claim) sendPrivate(ctx, refused.status ?? 400, html);
  else if (notice !== null) sendPrivate(ctx, 200, html);
  else {
    const { languageVariant } = analysis(strapi, 'posts');
    const own = languageVariant(post.summaries, post.article.language);
    sendPublic(strapi, ctx, html, {
      of: [post.article.documentId, ...related.map(({ documentId }) => documentId)],
      // The related posts' titles are all that is shown of them, in no reader's language.
      summaryFor: own,
    });
  }
}

/** `/preview/…`: an article as it stands, for who has a link to it. */
export async function previewPage(
  strapi: Core.Strapi,
  ctx: ReaderContext,
  documentId: string
): Promise<void> {
  const token = parameter(ctx, 'token') ?? '';
  const found = await analysis(strapi, 'previews').page(
    documentId,
    token,
    languagesOf(strapi, ctx)
  );
  // The token is kept, so that the page in the other language opens too.
  const context = pageContext(strapi, ctx, `/preview/${documentId}`, { token });
  sendPreview(strapi, ctx, renderPreview(context, found));
}

/** Post, redirect, get: back to the page with a notice of what was done. */
export function redirectBack(
  ctx: ReaderContext,
  slug: string,
  notice: (typeof NOTICES)[number],
  fragment: string
): void {
  const { lang } = pageContext(strapi, ctx, '/');
  ctx.redirect(href({ lang }, `/posts/${slug}`, { notice }, fragment));
  ctx.status = 303;
  ctx.set('Cache-Control', 'no-store');
}

/** The address of a form is none to read: sends on to the post, in the reader's language. */
export function formAddress(strapi: Core.Strapi, ctx: ReaderContext, slug: string): void {
  const { lang } = pageContext(strapi, ctx, '/');
  ctx.redirect(href({ lang }, `/posts/${encodeURIComponent(slug)}`));
  ctx.status = 303;
}
