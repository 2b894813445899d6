import { fault } from '../../../../shared/faults';
import { LIMITS } from '../../../../shared/limits';
import type { Trx } from '../../platform/database/connection';
import { ClashError } from '../../platform/errors';
import { createId } from '../../platform/security/hash';
import type { DocumentId } from '../../platform/strapi/uids';
import {
  cutAtWord,
  firstFreeSlug,
  numberedSlug,
  slugFromTitle,
} from '../../platform/text/slug/slug';
import { claimSlug, selectTaken } from './store';

/** Rounds after which someone must be inventing slugs against us. */
const ATTEMPTS = 20;
const SHORT_ID = 8;
/** Room that a number of up to five digits takes. */
const NUMBER_ROOM = 6;

/** Takes an address that an editor chose. @throws ClashError when another article has it */
export async function claimChosenSlug(
  trx: Trx,
  articleId: DocumentId,
  slug: string
): Promise<void> {
  if ((await claimSlug(trx, articleId, slug)) !== articleId) {
    throw new ClashError([
      fault('slug', 'taken', `${slug} is, or once was, the address of another article`),
    ]);
  }
}

/** Takes the first free address that a title gives, or a short id; returns it. */
export async function claimSlugFromTitle(
  trx: Trx,
  articleId: DocumentId,
  { title, language }: { title: string; language: string | null }
): Promise<string> {
  const base = slugFromTitle(title, language) || createId(SHORT_ID);
  const stem = cutAtWord(base, LIMITS.slug.max - NUMBER_ROOM);
  const taken = await selectTaken(trx, articleId, stem);
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const slug = firstFreeSlug(base, taken);
    if ((await claimSlug(trx, articleId, slug)) === articleId) return slug;
    taken.add(slug);
  }
  const slug = numberedSlug(base, Date.now());
  await claimSlug(trx, articleId, slug);
  return slug;
}
