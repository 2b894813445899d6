import { fault } from '../../../../shared/faults';
import type { Trx } from '../../platform/database/connection';
import { ClashError } from '../../platform/errors';
import type { DocumentId } from '../../platform/strapi/uids';
import { canonicalUrl, sourceHash } from './rules';
import { claimSource } from './store';

/** @throws ClashError at originalLink when another article was made from the story */
export async function claimUrl(trx: Trx, articleId: DocumentId, link: string): Promise<void> {
  const holder = await claimSource(trx, articleId, {
    kind: 'url',
    sourceHash: sourceHash({ url: link }),
    canonicalUrl: canonicalUrl(link),
  });
  if (holder === articleId) return;
  throw new ClashError([
    fault('originalLink', 'taken', 'another article was made from this story', {
      documentId: holder,
    }),
  ]);
}

/** Takes the key of a post without a link. @throws ClashError at title */
export async function claimTitle(
  trx: Trx,
  articleId: DocumentId,
  key: { title: string; language: string }
): Promise<void> {
  const holder = await claimSource(trx, articleId, {
    kind: 'title',
    sourceHash: sourceHash(key),
    canonicalUrl: null,
  });
  if (holder === articleId) return;
  throw new ClashError([
    fault('title', 'taken', 'another post without a link has this title', { documentId: holder }),
  ]);
}
