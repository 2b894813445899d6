import type { Core } from '@strapi/strapi';
import type { FormFault, FormValues } from './comment-form';
import { field, isSameSite, type ReaderContext } from './http';
import { back, findPost, PageError, sendPost } from './pages';
import { analysis } from './services';

/** A form from another site, refused before anything is looked at. */
export class CrossSiteError extends Error {}

const assertForm = (ctx: ReaderContext): void => {
  if (!isSameSite(ctx)) throw new CrossSiteError();
  if (!ctx.is('application/x-www-form-urlencoded')) throw new PageError(400);
};

/** The faults of a refusal that names fields; null for any other error. */
const faultsOf = (error: unknown): FormFault[] | null => {
  const { name, details } = error as { name?: string; details?: { errors?: FormFault[] } };
  return name === 'ValidationError' && details?.errors ? details.errors : null;
};

export async function rate(strapi: Core.Strapi, ctx: ReaderContext, slug: string): Promise<void> {
  assertForm(ctx);
  const post = await findPost(strapi, ctx, slug);
  if (post === null) return;
  await analysis(strapi, 'access').assertAllowed(ctx, 'plugin::analysis.rating.rate');
  const identity = analysis(strapi, 'identity');
  const actor = identity.identify(ctx);
  try {
    const data = { value: Number(field(ctx, 'value')) };
    await analysis(strapi, 'ratings').rate(actor, post.article.documentId, data);
  } catch (error) {
    // The control offers one to five; anything else was made by hand.
    throw faultsOf(error) ? new PageError(400) : error;
  }
  identity.handOut(ctx, actor);
  back(ctx, slug, 'rated', '#rating');
}

export async function withdraw(
  strapi: Core.Strapi,
  ctx: ReaderContext,
  slug: string
): Promise<void> {
  assertForm(ctx);
  const post = await findPost(strapi, ctx, slug);
  if (post === null) return;
  await analysis(strapi, 'access').assertAllowed(ctx, 'plugin::analysis.rating.withdraw');
  const actor = analysis(strapi, 'identity').identify(ctx);
  await analysis(strapi, 'ratings').withdraw(actor, post.article.documentId);
  back(ctx, slug, 'withdrawn', '#rating');
}

export async function comment(
  strapi: Core.Strapi,
  ctx: ReaderContext,
  slug: string
): Promise<void> {
  assertForm(ctx);
  const post = await findPost(strapi, ctx, slug);
  if (post === null) return;
  await analysis(strapi, 'access').assertAllowed(ctx, 'plugin::analysis.comment.create');
  const values: FormValues = {
    name: field(ctx, 'name'),
    email: field(ctx, 'email'),
    url: field(ctx, 'url'),
    content: field(ctx, 'content'),
    parent: field(ctx, 'parent'),
  };
  const identity = analysis(strapi, 'identity');
  const actor = identity.identify(ctx);
  try {
    const { name, email, url, content, parent } = values;
    const data = {
      content,
      parent,
      author: { name, email, url },
      homepage: field(ctx, 'homepage'),
      formToken: field(ctx, 'formToken'),
    };
    const { receipt } = await analysis(strapi, 'comments').create(
      actor,
      post.article.documentId,
      data
    );
    identity.handOut(ctx, actor);
    back(ctx, slug, receipt.status === 'approved' ? 'approved' : 'pending', '#respond');
  } catch (error) {
    const faults = faultsOf(error);
    if (faults === null) throw error;
    await sendPost(strapi, ctx, post, { values, faults });
  }
}
