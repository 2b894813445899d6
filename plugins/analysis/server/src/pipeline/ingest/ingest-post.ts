import type { IngestInput, IngestResult, IngestWarning } from '../../../../shared/contracts/ingest';
import { inTransaction, isUniqueViolation } from '../../platform/database/connection';
import { assertNoFaults, ClashError } from '../../platform/errors';
import type { DocumentId } from '../../platform/strapi/uids';
import type { IngestDeps } from './deps';
import { findArticle } from './find-article';
import { readPost, type Post } from './read-post';
import { draftOf, publishWarnings, summaryFaults, withLanguages } from './rules';
import { writeDraft } from './write-draft';

/** Tries after which someone else takes the same sources faster than they can be looked up. */
const ATTEMPTS = 8;

/** A post's fields, checked, and what is to be said of them. @throws ValidationError */
async function read(post: Post): Promise<{ input: IngestInput; warnings: IngestWarning[] }> {
  const { input, faults, warnings } = await readPost(post);
  assertNoFaults(faults);
  return { input: input as IngestInput, warnings };
}

/** True for what a second look cures: another request took the source meanwhile. */
const isRace = (error: unknown): boolean =>
  isUniqueViolation(error) ||
  (error instanceof ClashError &&
    error.faults.every(({ path }) => path[0] === 'originalLink' || path[0] === 'title'));

/**
 * Stores one generated post as a draft.
 * @param post the JSON form (checked here) or the plain-text page shape
 * @param options.force overwrite what a person edited since
 * @param options.by the administrator whose the article is, for roles that see their own only
 * @param options.assertMayUpdate throws where the caller may not change the article that is there
 * @throws ValidationError; EditedError where a person edited the draft since
 */
export const ingestPost =
  (deps: IngestDeps) =>
  async (
    post: Post,
    options: {
      force?: boolean | undefined;
      by?: number | undefined;
      assertMayUpdate?: (articleId: DocumentId) => Promise<void>;
    } = {}
  ): Promise<IngestResult> => {
    const { input, warnings: ofPost } = await read(post);
    const { draft, warnings } = await withLanguages(draftOf(input));
    assertNoFaults(summaryFaults(draft));
    for (let attempt = 1; ; attempt += 1) {
      // Looked up before the transaction: on MySQL a first read in it fixes what later ones see.
      const articleId = await findArticle(deps, draft);
      if (articleId !== null) await options.assertMayUpdate?.(articleId);
      try {
        const result = await inTransaction(deps.strapi, (trx) =>
          writeDraft(deps, trx, { articleId, input, draft, ...options })
        );
        return { ...result, warnings: [...ofPost, ...warnings, ...publishWarnings(draft)] };
      } catch (error) {
        if (attempt === ATTEMPTS || !isRace(error)) throw error;
      }
    }
  };
