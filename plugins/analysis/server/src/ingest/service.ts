import type { Core } from '@strapi/strapi';
import {
  ingestInput,
  type IngestInput,
  type IngestResult,
  type IngestWarning,
} from '../../../shared/contracts/ingest';
import { fault, faultsFromZod, type Fault } from '../../../shared/faults';
import { inTransaction, isUniqueViolation, type Trx } from '../common/database';
import { assertNoFaults, ClashError, decode, EditedError } from '../common/errors';
import { services, type Services } from '../common/services';
import type { DocumentId } from '../common/uids';
import { parsePage } from './page-parser';
import {
  decide,
  draftOf,
  ingestedMark,
  publishWarnings,
  summaryFaults,
  withLanguages,
  type Draft,
} from './rules';
import {
  deleteDraftSummary,
  findDraft,
  selectMark,
  updateMark,
  writeArticle,
  writeSummary,
  type StoredDraft,
} from './store';

/** Tries after which someone else takes the same sources faster than we can look. */
const ATTEMPTS = 8;

type Post = Parameters<Services['ingest']['ingest']>[0];

/** A post's fields, checked; an HTML body becomes Markdown first. */
async function read(post: Post): Promise<IngestInput> {
  const input = decode(ingestInput(), post.format === 'text' ? parsePage(post.text) : post.data);
  if (input.bodyFormat !== 'html') return input;
  const { markdownFromHtml } = await import('./html');
  const body = ingestInput().shape.body.safeParse(markdownFromHtml(input.body));
  if (!body.success) assertNoFaults(faultsFromZod(body.error, ['body']));
  return { ...input, body: body.data as string };
}

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

  const writeSummaries = async (
    articleId: DocumentId,
    incoming: Draft,
    present: StoredDraft | null
  ): Promise<IngestWarning[]> => {
    const warnings: IngestWarning[] = [];
    const left = new Map(present?.summaryIds);
    const stored = new Map(present?.summaries.map(({ language, text }) => [language ?? '', text]));
    for (const [index, { language, text }] of incoming.summaries.entries()) {
      const key = language ?? '';
      if (stored.get(key) !== text) {
        await renamed(['summaries', index], () =>
          writeSummary(strapi, left.get(key), { article: articleId, language, text })
        );
      }
      left.delete(key);
    }
    for (const [language, documentId] of left) {
      if (await deleteDraftSummary(strapi, documentId)) continue;
      warnings.push({
        path: ['summaries'],
        code: 'ignored',
        message: `the summary in ${language} is published and was left as it is`,
      });
    }
    return warnings;
  };

  const write = async (
    trx: Trx,
    articleId: DocumentId | null,
    input: IngestInput,
    incoming: Draft,
    force: boolean
  ): Promise<IngestResult> => {
    const { sources, stats, topics } = services(strapi);
    if (articleId !== null) await stats.lock(trx, articleId);
    const present = articleId === null ? null : await findDraft(strapi, articleId);
    const mark = articleId === null ? null : await selectMark(trx, articleId);
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
      ...(present === null && input.slug ? { slug: input.slug } : {}),
      topics: { set: topicIds },
    });
    if (incoming.article.originalLink === null) {
      await sources.claimTitle(trx, made.documentId, sourceKey(incoming));
    }
    const warnings = await writeSummaries(made.documentId, incoming, present);
    const stored = await findDraft(strapi, made.documentId);
    await updateMark(trx, made.documentId, ingestedMark(incoming, stored as StoredDraft));
    const { documentId, slug } = made;
    const result = { outcome: decision, ...answer, documentId, slug, warnings };
    await services(strapi).events.ingested(result);
    return result;
  };

  return {
    async ingest(post, { force = false } = {}) {
      const input = await read(post);
      const { draft, warnings } = await withLanguages(draftOf(input));
      assertNoFaults(summaryFaults(draft));
      for (let attempt = 1; ; attempt += 1) {
        // Looked up before the transaction: on MySQL a first read in it fixes what later ones see.
        const articleId = await findArticle(draft);
        try {
          const result = await inTransaction(strapi, (trx) =>
            write(trx, articleId, input, draft, force)
          );
          const all = [...warnings, ...publishWarnings(draft), ...result.warnings];
          return { ...result, warnings: all };
        } catch (error) {
          if (attempt === ATTEMPTS || !isRace(error)) throw error;
        }
      }
    },
  };
};

/** Runs `work` and puts `prefix` before the paths of its faults, so that they name the input. */
async function renamed<T>(prefix: (string | number)[], work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const { details } = error as { details?: { errors?: Fault[] } };
    if (!details?.errors) throw error;
    assertNoFaults(
      details.errors.map(({ path, code, message, params }) =>
        fault([...prefix, ...path], code, message, params)
      )
    );
    throw error;
  }
}
