import type { Knex } from 'knex';
import { rowBase, type Trx } from '../../platform/database/connection';
import { TABLE, type DocumentId } from '../../platform/strapi/uids';

/** Slugs that other articles hold and that `base` or a numbered form of it could meet. */
export async function selectTaken(
  trx: Trx,
  articleId: DocumentId,
  stem: string
): Promise<Set<string>> {
  // A stem holds only letters, digits and hyphens, so LIKE has nothing to escape.
  const rows: { slug: string }[] = await trx(TABLE.slug)
    .where('slug', 'like', `${stem}%`)
    .whereNot({ article_id: articleId })
    .select('slug');
  return new Set(rows.map(({ slug }) => slug));
}

/** Takes the slug for the article unless another has it. Returns the article that holds it. */
export async function claimSlug(
  trx: Trx,
  articleId: DocumentId,
  slug: string
): Promise<DocumentId> {
  await trx(TABLE.slug)
    .insert({ ...rowBase(new Date()), slug, article_id: articleId, ever_public: false })
    .onConflict('slug')
    // Writing the key over itself locks the row for writing; ignoring the conflict would leave
    // MySQL with a shared lock, and two who then ask for more wait for each other.
    .merge(['slug']);
  // Locked, so that a row committed meanwhile is seen whatever the isolation level.
  const row: { article_id: DocumentId } = await trx(TABLE.slug)
    .where({ slug })
    .forUpdate()
    .first('article_id');
  return row.article_id;
}

export const markPublic = (trx: Trx, articleId: DocumentId, slug: string): Promise<number> =>
  trx(TABLE.slug).where({ article_id: articleId, slug }).update({ ever_public: true });

/** Gives back the slugs that were never public and that no row of the article uses any more. */
export const releaseUnused = (trx: Trx, articleId: DocumentId, used: string[]): Promise<number> =>
  trx(TABLE.slug)
    .where({ article_id: articleId, ever_public: false })
    .whereNotIn('slug', used)
    .delete();

export const deleteSlugs = (trx: Trx, articleId: DocumentId): Promise<number> =>
  trx(TABLE.slug).where({ article_id: articleId }).delete();

/** The article that has, or once had, a slug in public; one that a draft will take is not told. */
export async function selectArticleBySlug(knex: Knex, slug: string): Promise<DocumentId | null> {
  const row: { article_id: DocumentId } | undefined = await knex(TABLE.slug)
    .where({ slug, ever_public: true })
    .first('article_id');
  return row?.article_id ?? null;
}
