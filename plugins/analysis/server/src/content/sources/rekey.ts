import { defined } from '../../../../shared/defined';
import type { Core } from '@strapi/strapi';
import { inTransaction, onConnection } from '../../platform/database/connection';
import { runOnce } from '../../platform/strapi/run-once';
import { canonicalUrl, sourceHash } from './rules';
import { claimSource, deleteSource, selectUrlSources, type UrlSource } from './store';

/** Sources that are looked at together. */
const BATCH = 500;

/** The key of a link by the rule of now; null for one that no rule of now would take. */
function keyOf(link: string): { sourceHash: string; canonicalUrl: string } | null {
  try {
    return { sourceHash: sourceHash({ url: link }), canonicalUrl: canonicalUrl(link) };
  } catch {
    return null;
  }
}

/** Writes the keys of one article's links that it lacks, and takes away those of no link of it. */
async function rekey(strapi: Core.Strapi, sources: UrlSource[], links: string[]): Promise<void> {
  const wanted = new Map(
    links.flatMap((link) => keyOf(link) ?? []).map((key) => [key.sourceHash, key])
  );
  const held = new Set(sources.map((source) => source.sourceHash));
  const stale = sources.filter((source) => !wanted.has(source.sourceHash));
  const lacking = [...wanted.values()].filter((key) => !held.has(key.sourceHash));
  if (stale.length === 0 && lacking.length === 0) return;
  await inTransaction(strapi, async (trx) => {
    const articleId = defined(sources[0]).articleId;
    const holders: string[] = [];
    for (const key of lacking) {
      holders.push(await claimSource(trx, articleId, { kind: 'url', ...key }));
    }
    // Where another article has the key by now, the old one stays until this one is saved.
    if (holders.some((holder) => holder !== articleId)) return;
    for (const { id } of stale) await deleteSource(trx, id);
  });
}

/**
 * Writes the keys of all links anew, for a database whose keys were made by an earlier rule: a
 * story would not be found by the new key, and its next version would become a second draft.
 * Interrupted, it begins again at the next start.
 */
export async function rekeySourcesOnce(strapi: Core.Strapi): Promise<void> {
  await runOnce(strapi, 'sources-keyed-without-ref', async () => {
    for (let after = ''; ;) {
      const batch = await onConnection(strapi, (knex) => selectUrlSources(knex, after, BATCH));
      for (const { sources, links } of batch.articles) await rekey(strapi, sources, links);
      if (batch.last === null) return;
      after = batch.last;
    }
  });
}
