import {
  personalAddressInput,
  personalExportInput,
  type PersonalPage,
  type PersonalParts,
} from '../../../../shared/contracts/privacy';
import { LIMITS } from '../../../../shared/limits';
import { personalFile } from '../../../../shared/personal-file';
import { onConnection } from '../../platform/database/connection';
import { decode } from '../../platform/errors';
import { cutPage, decodeCursor } from '../../platform/http/pagination';
import type { PrivacyDeps } from './deps';
import { askSources } from './sources';
import { countByEmail, selectByEmail } from './store';

/**
 * Reads a page of what is stored under an address.
 * @param data as `personalExportInput`
 * @throws ValidationError
 */
export const exportPersonalData =
  (deps: PrivacyDeps) =>
  async (data: unknown): Promise<PersonalPage> => {
    const { moderation, strapi } = deps;
    const { email, cursor } = decode(personalExportInput, data);
    const after = decodeCursor(cursor)?.id ?? 0;
    const limit = LIMITS.personalPage;
    const { rows, total } = await onConnection(strapi, async (knex) => ({
      rows: await selectByEmail(knex, email, { after, limit: limit + 1 }),
      total: await countByEmail(knex, email),
    }));
    const { page, nextCursor } = cutPage(rows, limit);
    const comments = page.map(({ comment }) => comment);
    const records = await moderation.personalRecords(comments.map(({ documentId }) => documentId));
    const parts = (await askSources(deps, (source) => source.ofAddress(email))) as PersonalParts;
    return {
      data: {
        email,
        ...parts,
        comments: comments.map((comment) => ({
          ...comment,
          record: records.get(comment.documentId) ?? [],
        })),
      },
      meta: { total, nextCursor },
    };
  };

/**
 * Writes all that is stored under an address as the text of a JSON file, page by page.
 * @param data as `personalAddressInput`
 * @throws ValidationError
 */
export const personalDataFile =
  (deps: PrivacyDeps) =>
  (data: unknown): AsyncIterable<string> => {
    const { email } = decode(personalAddressInput, data);
    return personalFile((cursor) => exportPersonalData(deps)({ email, cursor }), new Date());
  };
