import type { Core } from '@strapi/strapi';
import type { IngestInput, IngestResult, IngestWarning } from '../../../../shared/contracts/ingest';
import { decodeText } from '../../platform/text/charset';
import { inTransaction, isUniqueViolation, type Trx } from '../../platform/database/connection';
import { assertNoFaults, ClashError, EditedError } from '../../platform/errors';
import type { Fault } from '../../../../shared/faults';
import { sameAsBodyFaults } from '../../../../shared/summaries';
import { services, type Services } from '../../common/services';
import type { DocumentId } from '../../platform/strapi/uids';
import { sketchOf, viewOf } from './preview';
import { readPost, type Post } from './read-post';
import {
  decide,
  draftOf,
  ingestedMark,
  publishWarnings,
  summaryFaults,
  withLanguages,
  type Draft,
} from './rules';
import { findDraft, writeArticle, type StoredDraft } from './store';

/** Tries after which someone else takes the same sources faster than we can look. */
const ATTEMPTS = 8;

type Options = NonNullable<Parameters<Services['ingest']['ingest']>[1]>;

/** A post's fields, checked, and what is to be said of them. */
async function read(post: Post): Promise<{ input: IngestInput; warnings: IngestWarning[] }> {
  const { input, faults, warnings } = await readPost(post);
  assertNoFaults(faults);
  return { input: input as IngestInput, warnings };
}

/** What its article would refuse a draft for. */
const draftFaults = (draft: Draft): Fault[] => [
  ...summaryFaults(draft),
  ...sameAsBodyFaults(draft.summaries, draft.article.body),
];

/** Which article a post is about. Without a link its title and language are the key. */
const sourceKey = ({ article }: Draft) => ({
  title: article.title,
  language: article.language ?? 'und',
});

/** True for what a second look cures: another request took the source meanwhile. */
const isRace = (error: unknown): boolean =>
  isUniqueViolation(error) ||
  (error instanceof ClashError &&
    error.faults.every(({ path }) => path[0] === 'originalLink' || path[0] === 'title'));

/** Generated posts become drafts; see `Services` for the contract. */
export const ingestService = ({ strapi }: { strapi: Core.Strapi }): Services['ingest'] => {
  /** The article that has the post's link, or that came without one under the same title. */
  const findArticle = async (draft: Draft): Promise<DocumentId | null> => {
    const { sources } = services(strapi);
    const { originalLink } = draft.article;
    const byUrl = originalLink === null ? null : await sources.findArticle({ url: originalLink });
    if (byUrl !== null) return byUrl;
    const byTitle = await sources.findArticle(sourceKey(draft));
    if (byTitle === null || originalLink === null) return byTitle;
    // It came without a link then, and brings it now; an article with another link is another.
    const found = await findDraft(strapi, byTitle);
    return found !== null && found.article.originalLink === null ? byTitle : null;
  };

  const write = async (
    trx: Trx,
    articleId: DocumentId | null,
    input: IngestInput,
    incoming: Draft,
    { force = false, by }: Options
  ): Promise<IngestResult> => {
    const { sources, stats, topics } = services(strapi);
    if (articleId !== null) await stats.lock(trx, articleId);
    const present = articleId === null ? null : await findDraft(strapi, articleId);
    const mark = articleId === null ? null : await stats.ingestedMark(trx, articleId);
    const decision = present === null ? 'created' : decide(incoming, present, mark, force);
    const answer = {
      documentId: articleId ?? '',
      slug: present?.slug ?? null,
      title: incoming.article.title,
    };
    if (decision === 'edited') {
      throw new EditedError(
        'A person has edited this post since; send it with ?force to overwrite that',
        { documentId: articleId }
      );
    }
    if (decision === 'unchanged') return { outcome: decision, ...answer, warnings: [] };
    const topicIds = await topics.ensure(trx, incoming.topics);
    const made = await writeArticle(strapi, present === null ? null : articleId, {
      ...incoming.article,
      summaries: incoming.summaries,
      ...(by === undefined
        ? {}
        : { updatedBy: by, ...(present === null ? { createdBy: by } : {}) }),
      ...(present === null && input.slug ? { slug: input.slug } : {}),
      topics: { set: topicIds },
    });
    if (incoming.article.originalLink === null) {
      await sources.claimTitle(trx, made.documentId, sourceKey(incoming));
    }
    const stored = await findDraft(strapi, made.documentId);
    await stats.setIngestedMark(
      trx,
      made.documentId,
      ingestedMark(incoming, stored as StoredDraft)
    );
    const { documentId, slug } = made;
    const result = { outcome: decision, ...answer, documentId, slug, warnings: [] };
    await services(strapi).events.ingested(result);
    return result;
  };

  return {
    decode: decodeText,

    async preview(post) {
      const { fields, input, faults, warnings } = await readPost(post);
      const made = await withLanguages(input === null ? sketchOf(fields) : draftOf(input));
      const { draft } = made;
      const articleId = input === null ? null : await findArticle(draft);
      const present = articleId === null ? null : await findDraft(strapi, articleId);
      const mark =
        articleId === null
          ? null
          : await inTransaction(strapi, (trx) =>
              services(strapi).stats.ingestedMark(trx, articleId)
            );
      return {
        post: viewOf(draft),
        faults: [...faults, ...(input === null ? [] : draftFaults(draft))],
        warnings: [...warnings, ...made.warnings, ...publishWarnings(draft)],
        outcome: present === null ? 'created' : decide(draft, present, mark, false),
        documentId: present === null ? null : articleId,
      };
    },

    async ingest(post, options = {}) {
      const { input, warnings: said } = await read(post);
      const { draft, warnings } = await withLanguages(draftOf(input));
      assertNoFaults(summaryFaults(draft));
      for (let attempt = 1; ; attempt += 1) {
        // Looked up before the transaction: on MySQL a first read in it fixes what later ones see.
        const articleId = await findArticle(draft);
        if (articleId !== null) await options.assertMayUpdate?.(articleId);
        try {
          const result = await inTransaction(strapi, (trx) =>
            write(trx, articleId, input, draft, options)
          );
          return { ...result, warnings: [...said, ...warnings, ...publishWarnings(draft)] };
        } catch (error) {
          if (attempt === ATTEMPTS || !isRace(error)) throw error;
        }
      }
    },
  };
};
