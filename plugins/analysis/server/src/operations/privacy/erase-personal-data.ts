import {
  personalAddressInput,
  type ErasureView,
  type PersonalParts,
} from '../../../../shared/contracts/privacy';
import { LIMITS } from '../../../../shared/limits';
import { onConnection } from '../../platform/database/connection';
import { decode, isNotFound } from '../../platform/errors';
import type { PrivacyDeps } from './deps';
import { askSources } from './sources';
import { selectErasable } from './store';

/**
 * Takes away comments under an address, as their author could, up to `LIMITS.erasure` at a time,
 * and what other rooms store of it.
 * @param data as `personalAddressInput`
 * @throws ValidationError
 */
export const erasePersonalData =
  (deps: PrivacyDeps) =>
  async (data: unknown): Promise<ErasureView> => {
    const { bans, comments, strapi } = deps;
    const { email } = decode(personalAddressInput, data);
    const erasable = await onConnection(strapi, (knex) =>
      selectErasable(knex, email, LIMITS.erasure)
    );
    // First, as only the comments tell which bans are on their author.
    await bans.forgetAuthors(erasable);
    for (const { documentId } of erasable) {
      // Each in a transaction of its own: a long erasure holds up nobody.
      await comments.discard(documentId).catch((error: unknown) => {
        // Its author, or the housekeeping, was there first.
        if (!isNotFound(error)) throw error;
      });
    }
    const counts = await askSources(deps, (source) => source.forgetAddress(email));
    const counted = (which: 'erased' | 'kept') =>
      Object.fromEntries(
        Object.entries(counts).map(([name, count]) => [name, count[which]])
      ) as Record<keyof PersonalParts, number>;
    return {
      erased: { comments: erasable.length, ...counted('erased') },
      kept: counted('kept'),
      more: erasable.length === LIMITS.erasure,
    };
  };
