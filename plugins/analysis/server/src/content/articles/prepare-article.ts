import type { Fault } from '../../../../shared/faults';
import { isRecord } from '../../../../shared/is-record';
import { inTransaction } from '../../platform/database/connection';
import { assertNoFaults, ClashError } from '../../platform/errors';
import { createId } from '../../platform/security/hash';
import { currentAdmin } from '../../platform/strapi/admin-user';
import type { DocumentId } from '../../platform/strapi/uids';
import { isFromTitle } from '../../platform/text/slug/slug';
import { atPlaces, sameAsBodyFaults } from '../../../../shared/summaries';
import type { ArticlesDeps } from './deps';
import { isPublishing } from './publish-intent';
import {
  cleanFields,
  contentHash,
  disclosureOf,
  nextReview,
  publishFaults,
  SERVER_FIELDS,
  type ArticleValues,
} from './rules';
import type { ArticleRow } from './store';

const EMPTY: ArticleValues = {
  title: null,
  slug: null,
  language: null,
  body: null,
  originalLink: null,
  sourceName: null,
  sourcePublishedAt: null,
  coverAlt: null,
  origin: 'generated',
  generatorProvider: null,
  generatorModel: null,
  promptVersion: null,
  promptHash: null,
  runId: null,
  generatedAt: null,
  reviewer: null,
  editorialResponsibility: false,
  summaries: [],
};

const NO_REVIEW = {
  editorialResponsibility: false,
  reviewer: null,
  reviewedAt: null,
  reviewedHash: null,
};

/** A media field comes as an id, an object, a list or relation commands, by who writes it. */
function hasMedia(value: unknown): boolean {
  if (value === null || value === undefined) return false;
  if (Array.isArray(value)) return value.length > 0;
  if (!isRecord(value)) return true;
  const lists = [value.set, value.connect].filter((each) => each !== undefined);
  if (lists.length > 0) return lists.some((each) => Array.isArray(each) && each.length > 0);
  return Object.keys(value).length > 0;
}

/**
 * Takes slug and source for the article; returns the slug it will have.
 * @param faults what is wrong besides
 * @throws ValidationError that names all faults, those of slug and source among them; ClashError
 * when only these two are taken
 */
async function claim(
  { slugs, sources, strapi }: ArticlesDeps,
  articleId: DocumentId,
  next: ArticleValues,
  before: ArticleRow | null,
  faults: Fault[]
): Promise<string | null> {
  const clashes: Fault[] = [];
  const attempt = async (work: Promise<void>): Promise<void> => {
    try {
      await work;
    } catch (error) {
      if (!(error instanceof ClashError)) throw error;
      clashes.push(...error.faults);
    }
  };
  return inTransaction(strapi, async (trx) => {
    if (next.originalLink !== null && next.originalLink !== before?.originalLink) {
      await attempt(sources.claimUrl(trx, articleId, next.originalLink));
    }
    if (next.slug !== null && next.slug !== before?.slug) {
      await attempt(slugs.claim(trx, articleId, next.slug));
    }
    if (faults.length > 0) assertNoFaults([...faults, ...clashes]);
    if (clashes.length > 0) throw new ClashError(clashes);
    if (next.slug !== null || next.title === null) return next.slug;
    return slugs.claimFromTitle(trx, articleId, { title: next.title, language: next.language });
  });
}

/**
 * Validates a row that is about to be written and fills in what the server owns.
 * @param data what will be written; changed in place
 * @param before the row as stored, null for a new one
 * @param other the article's other row, from which publish and discard make the new one
 * @returns the article's documentId, which a new one gets here
 */
export async function prepareArticle(
  deps: ArticlesDeps,
  data: Record<string, unknown>,
  before: ArticleRow | null,
  other: ArticleRow | null = null
): Promise<DocumentId> {
  const now = new Date();
  const isPublic = before === null ? Boolean(data.publishedAt) : before.publishedAt !== null;
  const { values, faults, places } = cleanFields(data, now);
  const next: ArticleValues = { ...(before ?? EMPTY), ...values };
  next.origin ??= 'generated';
  const articleId =
    typeof data.documentId === 'string' ? data.documentId : (before?.documentId ?? createId());
  const willFollowTitle = followsTitle(next, values, before);
  if (willFollowTitle) next.slug = null;
  faults.push(...atPlaces(sameAsBodyFaults(next.summaries, next.body), places));
  if (isPublic || isPublishing(deps.strapi)) {
    const cover = 'cover' in data ? hasMedia(data.cover) : Boolean(before?.cover);
    const faulty = new Set(faults.map(({ path }) => path.join('.')));
    const missing = atPlaces(publishFaults(next, { present: cover }), places);
    faults.push(...missing.filter(({ path }) => !faulty.has(path.join('.'))));
  }

  const slug = await claim(deps, articleId, next, before, faults);
  const hash = contentHash(next);
  const review = nextReview(
    before ?? other ?? NO_REVIEW,
    {
      editorialResponsibility: next.editorialResponsibility === true,
      reviewer:
        next.reviewer ??
        (next.editorialResponsibility ? currentAdmin(deps.strapi)?.name || null : null),
    },
    hash,
    now
  );
  for (const field of SERVER_FIELDS) delete data[field];
  if (before === null) data.documentId = articleId;
  Object.assign(data, values, review, {
    slug,
    origin: next.origin,
    contentHash: hash,
    disclosure: disclosureOf(next.origin, review, hash),
  });
  return articleId;
}

/**
 * Until an article is first published, a slug that its title gave follows the title. The admin
 * sends every field with each save, so "left alone" shows as "unchanged".
 */
function followsTitle(
  next: ArticleValues,
  changed: Partial<ArticleValues>,
  before: ArticleRow | null
): boolean {
  if (before === null || before.slug === null || before.firstPublishedAt !== null) return false;
  if (before.publishedAt !== null || before.title === null || next.title === before.title) {
    return false;
  }
  const leftAlone = changed.slug === undefined || changed.slug === before.slug;
  return leftAlone && isFromTitle(before.slug, before.title, before.language);
}
