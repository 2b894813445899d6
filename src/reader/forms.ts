import type { Core } from '@strapi/strapi';
import type { ClaimValues } from './claim-form';
import type { FormValues } from './comment-form';
import type { FormFault } from './form-parts';
import { faultsOf, nameOf } from './errors';
import { CrossSiteError, PageError } from './error-page';
import { field, isSameSite, sayRetryAfter, type ReaderContext } from './http';
import { redirectBack, findPost, sendPost } from './pages';
import { analysis, type Post } from './services';

const assertForm = (ctx: ReaderContext): void => {
  if (!isSameSite(ctx)) throw new CrossSiteError();
  if (!ctx.is('application/x-www-form-urlencoded')) throw new PageError(415);
};

/**
 * The post that a form is about, once the form and the reader's permission have been looked at.
 * @returns null when the post has moved, which is answered then
 */
async function openForm(
  strapi: Core.Strapi,
  ctx: ReaderContext,
  slug: string,
  action: string
): Promise<Post | null> {
  assertForm(ctx);
  const post = await findPost(strapi, ctx, slug);
  if (post !== null) await analysis(strapi, 'access').assertAllowed(ctx, action);
  return post;
}

/** A refusal that the form can show, with what stood in it; one too many is told at `field`. */
function refusalOf(
  ctx: ReaderContext,
  error: unknown,
  field: string
): { faults: FormFault[]; status: number } | null {
  const faults = faultsOf(error);
  if (faults !== null) return { faults, status: 400 };
  if (nameOf(error) !== 'RateLimitError') return null;
  sayRetryAfter(ctx, error);
  return { faults: [{ path: [field], code: 'too_many' }], status: 429 };
}

export async function rate(strapi: Core.Strapi, ctx: ReaderContext, slug: string): Promise<void> {
  const post = await openForm(strapi, ctx, slug, 'plugin::analysis.rating.rate');
  if (post === null) return;
  const identity = analysis(strapi, 'identity');
  const actor = identity.identify(ctx);
  try {
    const data = { value: Number(field(ctx, 'value')) };
    await analysis(strapi, 'ratings').rate(actor, post.article.documentId, data);
  } catch (error) {
    // The control offers one to five; anything else was made by hand.
    throw faultsOf(error) ? new PageError(400) : error;
  }
  identity.sendVisitorToken(ctx, actor);
  redirectBack(ctx, slug, 'rated', '#rating');
}

export async function withdraw(
  strapi: Core.Strapi,
  ctx: ReaderContext,
  slug: string
): Promise<void> {
  const post = await openForm(strapi, ctx, slug, 'plugin::analysis.rating.withdraw');
  if (post === null) return;
  const actor = analysis(strapi, 'identity').identify(ctx);
  await analysis(strapi, 'ratings').withdraw(actor, post.article.documentId);
  redirectBack(ctx, slug, 'withdrawn', '#rating');
}

export async function comment(
  strapi: Core.Strapi,
  ctx: ReaderContext,
  slug: string
): Promise<void> {
  const post = await openForm(strapi, ctx, slug, 'plugin::analysis.comment.create');
  if (post === null) return;
  const values: FormValues = {
    name: field(ctx, 'name'),
    email: field(ctx, 'email'),
    url: field(ctx, 'url'),
    content: field(ctx, 'content'),
    parent: field(ctx, 'parent'),
    notify: field(ctx, 'notify') !== '',
  };
  const identity = analysis(strapi, 'identity');
  const actor = identity.identify(ctx);
  try {
    const { name, email, url, content, parent, notify } = values;
    const data = {
      content,
      parent,
      author: { name, email, url },
      homepage: field(ctx, 'homepage'),
      formToken: field(ctx, 'formToken'),
      notify,
    };
    const { receipt, meta } = await analysis(strapi, 'comments').create(
      actor,
      post.article.documentId,
      data
    );
    identity.sendVisitorToken(ctx, actor);
    const status = receipt.status === 'approved' ? 'approved' : 'pending';
    redirectBack(ctx, slug, meta.notify === 'confirm' ? 'confirm' : status, '#respond');
  } catch (error) {
    const refusal = refusalOf(ctx, error, 'content');
    if (refusal === null) throw error;
    const { faults, status } = refusal;
    await sendPost(strapi, ctx, post, { comment: { values, faults }, status });
  }
}

export async function claim(strapi: Core.Strapi, ctx: ReaderContext, slug: string): Promise<void> {
  const post = await openForm(strapi, ctx, slug, 'plugin::analysis.claim.create');
  if (post === null) return;
  const values: ClaimValues = {
    quote: field(ctx, 'quote'),
    note: field(ctx, 'note'),
    source: field(ctx, 'source'),
  };
  const identity = analysis(strapi, 'identity');
  const actor = identity.identify(ctx);
  try {
    const data = { ...values, homepage: field(ctx, 'homepage') };
    await analysis(strapi, 'claims').report(actor, post.article.documentId, data);
    identity.sendVisitorToken(ctx, actor);
    redirectBack(ctx, slug, 'claimed', '#report-mistake');
  } catch (error) {
    const refusal = refusalOf(ctx, error, 'quote');
    if (refusal === null) throw error;
    const { faults, status } = refusal;
    await sendPost(strapi, ctx, post, { claim: { values, faults }, status });
  }
}
