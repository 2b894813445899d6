import type { Core } from '@strapi/strapi';
import { fault, type Fault } from '../../../shared/faults';
import { LIMITS } from '../../../shared/limits';
import { inTransaction, type Trx } from '../common/database';
import { assertNoFaults, ClashError } from '../common/errors';
import { refuseMany, type LifecycleEvent } from '../common/lifecycles';
import { services } from '../common/services';
import type { DocumentId } from '../common/uids';
import { cleanFields, publishFaults, sameAsBodyFaults, type SummaryValues } from './rules';
import {
  findArticleIds,
  findRow,
  selectArticle,
  selectArticleIds,
  selectSiblings,
  type Edition,
  type SummaryRow,
} from './store';

interface RelationKeys {
  ids: number[];
  documentIds: DocumentId[];
}

/**
 * The keys in a relation's value, which comes as an id, a documentId, an object, a list, or as
 * commands. Null when the write leaves the relation alone.
 */
function relationKeys(value: unknown): RelationKeys | null {
  if (value === undefined) return null;
  const keys: RelationKeys = { ids: [], documentIds: [] };
  const collect = (item: unknown): void => {
    if (Array.isArray(item)) item.forEach(collect);
    else if (typeof item === 'number') keys.ids.push(item);
    else if (typeof item === 'string') {
      if (/^\d+$/.test(item)) keys.ids.push(Number(item));
      else keys.documentIds.push(item);
    } else if (typeof item === 'object' && item !== null) {
      const { id, documentId, set, connect } = item as Record<string, unknown>;
      collect(id ?? documentId ?? set ?? []);
      collect(connect ?? []);
    }
  };
  collect(value);
  return keys;
}

/** True when the value only disconnects or reorders, so that the relation may stay as it is. */
const namesNothing = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  !('set' in value) &&
  !('id' in value) &&
  !('documentId' in value) &&
  !((value as { connect?: unknown[] }).connect?.length ?? 0) &&
  !((value as { disconnect?: unknown[] }).disconnect?.length ?? 0);

/** Which article a summary will belong to after the write. */
async function articleAfter(
  trx: Trx,
  data: Record<string, unknown>,
  before: SummaryRow | null,
  edition: Edition
): Promise<DocumentId | null> {
  // A published row is cloned from the draft, which these hooks wrote: its key is to be trusted,
  // and is all there is while the article itself is not published.
  const kept =
    before?.articleId ?? (edition === 'published' ? ((data.articleId as string) ?? null) : null);
  if (kept !== null && edition === 'published') return kept;
  const keys = namesNothing(data.article) ? null : relationKeys(data.article);
  if (keys === null) return kept;
  if (keys.ids.length + keys.documentIds.length === 0) return null;
  const [articleId] = await selectArticleIds(trx, keys);
  return articleId ?? null;
}

async function articleFaults(
  trx: Trx,
  articleId: DocumentId,
  next: SummaryValues,
  edition: Edition,
  before: SummaryRow | null
): Promise<{ faults: Fault[]; clashes: Fault[]; isPublic: boolean }> {
  await services(strapi).stats.lock(trx, articleId);
  const siblings = await selectSiblings(trx, articleId, edition, before?.id ?? null);
  const { bodies, isPublic } = await selectArticle(trx, articleId);
  const faults = sameAsBodyFaults(next.text, bodies);
  if (siblings.length >= LIMITS.summariesPerArticle) {
    faults.push(
      fault('article', 'too_long', `has ${LIMITS.summariesPerArticle} summaries, the most it may`, {
        limit: LIMITS.summariesPerArticle,
      })
    );
  }
  const clashes =
    next.language !== null && siblings.some(({ language }) => language === next.language)
      ? [fault('language', 'taken', `the article has a summary in ${next.language} already`)]
      : [];
  return { faults, clashes, isPublic };
}

/** Validates a row that is about to be written and fills in what the server owns. */
async function prepare(
  strapi: Core.Strapi,
  data: Record<string, unknown>,
  before: SummaryRow | null
): Promise<void> {
  const isPublished = before === null ? Boolean(data.publishedAt) : Boolean(before.publishedAt);
  const edition: Edition = isPublished ? 'published' : 'draft';
  const { values, faults } = cleanFields(data);
  const next: SummaryValues = {
    language: before?.language ?? null,
    text: before?.text ?? null,
    ...values,
  };
  await inTransaction(strapi, async (trx) => {
    const articleId = await articleAfter(trx, data, before, edition);
    if (edition === 'published') {
      const faulty = new Set(faults.map(({ path }) => path[0]));
      faults.push(
        ...publishFaults(next, articleId).filter(({ path }) => !faulty.has(path[0] as string))
      );
    }
    let visible = false;
    if (articleId !== null) {
      const found = await articleFaults(trx, articleId, next, edition, before);
      faults.push(...found.faults);
      assertNoFaults(faults);
      if (found.clashes.length > 0) throw new ClashError(found.clashes);
      visible = edition === 'published' && found.isPublic;
    }
    assertNoFaults(faults);
    Object.assign(data, values, { articleId, edition, visible });
  });
}

/**
 * Readers of the articles that have, or had, a summary are shown another one from now on, and
 * find the article by its words.
 */
async function changed(...articleIds: unknown[]): Promise<void> {
  const named = articleIds.filter((each): each is DocumentId => typeof each === 'string');
  const known = [...new Set(named)].sort();
  if (known.length === 0) return;
  const { postCache, search, stats } = services(strapi);
  await inTransaction(strapi, async (trx) => {
    for (const articleId of known) {
      // Of one that is not public nothing is found, before and after.
      if (!(await selectArticle(trx, articleId)).isPublic) continue;
      await stats.lock(trx, articleId);
      await search.settle(trx, articleId);
    }
    await postCache.changed(known);
  });
}

const articleIdOf = (row: unknown): unknown => (row as { articleId?: unknown } | null)?.articleId;

/** The rules of summaries on every write path. */
export const summaryLifecycles = {
  async beforeCreate(event: LifecycleEvent) {
    await prepare(strapi, event.params.data as Record<string, unknown>, null);
  },

  afterCreate: (event: LifecycleEvent) => changed(articleIdOf(event.params.data)),

  async beforeUpdate(event: LifecycleEvent) {
    const before = await findRow(strapi, event.params.where ?? {});
    if (before === null) return;
    event.state.articleId = before.articleId;
    await prepare(strapi, event.params.data as Record<string, unknown>, before);
  },

  afterUpdate: (event: LifecycleEvent) =>
    changed(event.state.articleId, articleIdOf(event.params.data)),

  async beforeDelete(event: LifecycleEvent) {
    event.state.articleId = (await findRow(strapi, event.params.where ?? {}))?.articleId;
  },

  afterDelete: (event: LifecycleEvent) => changed(event.state.articleId),

  async beforeDeleteMany(event: LifecycleEvent) {
    event.state.articleIds = await findArticleIds(strapi, event.params.where ?? {});
  },

  afterDeleteMany: (event: LifecycleEvent) => changed(...(event.state.articleIds as unknown[])),

  beforeCreateMany: refuseMany('summaries'),
  beforeUpdateMany: refuseMany('summaries'),
};
