import type { IngestInput, IngestResult } from '../../../../shared/contracts/ingest';
import type { Trx } from '../../platform/database/connection';
import { EditedError } from '../../platform/errors';
import type { DocumentId } from '../../platform/strapi/uids';
import type { IngestDeps } from './deps';
import { sourceKey } from './find-article';
import { decide, ingestedMark, type Draft } from './rules';
import { findDraft, writeArticle, type StoredDraft } from './store';

/** A post on its way into the database. */
interface IncomingPost {
  /** The article that it is about; null where it makes one. */
  articleId: DocumentId | null;
  input: IngestInput;
  draft: Draft;
  force?: boolean | undefined;
  by?: number | undefined;
}

/**
 * Writes the draft of a post, unless nothing in it is new.
 * @throws EditedError where a person edited the draft since, and it is not forced
 */
export async function writeDraft(
  deps: IngestDeps,
  trx: Trx,
  post: IncomingPost
): Promise<IngestResult> {
  const { events, stats, strapi } = deps;
  const { articleId, draft, force = false } = post;
  if (articleId !== null) await stats.lock(trx, articleId);
  const present = articleId === null ? null : await findDraft(strapi, articleId);
  const mark = articleId === null ? null : await stats.ingestedMark(trx, articleId);
  const decision = present === null ? 'created' : decide(draft, present, mark, force);
  if (decision === 'edited') {
    throw new EditedError(
      'A person has edited this post since; send it with ?force to overwrite that',
      { documentId: articleId }
    );
  }
  const { title } = draft.article;
  if (decision === 'unchanged') {
    const slug = present?.slug ?? null;
    return { outcome: decision, documentId: articleId ?? '', slug, title, warnings: [] };
  }
  const { documentId, slug } = await storePost(deps, trx, post, present !== null);
  const result: IngestResult = { outcome: decision, documentId, slug, title, warnings: [] };
  await events.emit('post.ingested', { result });
  return result;
}

/** Stores the article with its source, and remembers what the ingest left. */
async function storePost(
  { sources, stats, strapi, topics }: IngestDeps,
  trx: Trx,
  { articleId, input, draft, by }: IncomingPost,
  isPresent: boolean
): Promise<{ documentId: DocumentId; slug: string | null }> {
  const topicIds = await topics.ensure(trx, draft.topics);
  const written = await writeArticle(strapi, isPresent ? articleId : null, {
    ...draft.article,
    summaries: draft.summaries,
    ...(by === undefined ? {} : { updatedBy: by, ...(isPresent ? {} : { createdBy: by }) }),
    ...(!isPresent && input.slug ? { slug: input.slug } : {}),
    topics: { set: topicIds },
  });
  const { documentId } = written;
  if (draft.article.originalLink === null) {
    await sources.claimTitle(trx, documentId, sourceKey(draft));
  }
  const stored = (await findDraft(strapi, documentId)) as StoredDraft;
  await stats.setIngestedMark(trx, documentId, ingestedMark(draft, stored));
  return written;
}
