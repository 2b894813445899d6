import type { Core } from '@strapi/strapi';
import {
  personalAddressInput,
  personalExportInput,
  type PersonalParts,
} from '../../../../shared/contracts/privacy';
import { LIMITS } from '../../../../shared/limits';
import { personalFile } from '../../../../shared/personal-file';
import { onConnection } from '../../platform/database/connection';
import { decode, isNotFound } from '../../platform/errors';
import { cutPage, decodeCursor } from '../../platform/http/pagination';
import { services, type PersonalPart, type Services } from '../../common/services';
import { partsOf } from './sources';
import { countByEmail, selectByEmail, selectErasable } from './store';

/** What is kept of a person, by e-mail address; see `Services` for the contract. */
export const privacyService = ({ strapi }: { strapi: Core.Strapi }): Services['privacy'] => {
  /** Asks each part in turn: on SQLite they share one connection anyway. */
  async function eachPart<T>(
    ask: (part: PersonalPart<unknown>) => Promise<T>
  ): Promise<[keyof PersonalParts, T][]> {
    const answers: [keyof PersonalParts, T][] = [];
    for (const [name, part] of Object.entries(partsOf(strapi))) {
      answers.push([name as keyof PersonalParts, await ask(part)]);
    }
    return answers;
  }

  const exportPage: Services['privacy']['export'] = async (data) => {
    const { email, cursor } = decode(personalExportInput(), data);
    const after = decodeCursor(cursor)?.id ?? 0;
    const limit = LIMITS.personalPage;
    const { rows, total } = await onConnection(strapi, async (knex) => ({
      rows: await selectByEmail(knex, email, { after, limit: limit + 1 }),
      total: await countByEmail(knex, email),
    }));
    const { page, nextCursor } = cutPage(rows, limit);
    const records = await services(strapi).moderation.personalRecords(
      page.map(({ comment }) => comment.documentId)
    );
    const parts = Object.fromEntries(
      await eachPart((part) => part.ofAddress(email))
    ) as unknown as PersonalParts;
    return {
      data: {
        email,
        ...parts,
        comments: page.map(({ comment }) => ({
          ...comment,
          record: records.get(comment.documentId) ?? [],
        })),
      },
      meta: { total, nextCursor },
    };
  };

  return {
    export: exportPage,

    file(data) {
      const { email } = decode(personalAddressInput(), data);
      return personalFile((cursor) => exportPage({ email, cursor }), new Date());
    },

    async erase(data) {
      const { email } = decode(personalAddressInput(), data);
      const comments = await onConnection(strapi, (knex) =>
        selectErasable(knex, email, LIMITS.erasure)
      );
      // First, as only the comments tell which bans are on their author.
      await services(strapi).bans.forgetAuthors(comments);
      for (const { documentId } of comments) {
        // Each in a transaction of its own: a long erasure holds up nobody.
        await services(strapi)
          .comments.discard(documentId)
          .catch((error) => {
            // Its author, or the housekeeping, was there first.
            if (!isNotFound(error)) throw error;
          });
      }
      const parts = await eachPart((part) => part.forgetAddress(email));
      const counted = (which: 'erased' | 'kept') =>
        Object.fromEntries(parts.map(([name, count]) => [name, count[which]])) as Record<
          keyof PersonalParts,
          number
        >;
      return {
        erased: { comments: comments.length, ...counted('erased') },
        kept: counted('kept'),
        more: comments.length === LIMITS.erasure,
      };
    },
  };
};
