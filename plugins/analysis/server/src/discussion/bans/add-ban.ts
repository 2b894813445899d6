import type { Core } from '@strapi/strapi';
import type { BanKind, BanView } from '../../../../shared/contracts/moderation';
import { fault } from '../../../../shared/faults';
import { inTransaction } from '../../platform/database/connection';
import { assertNoFaults } from '../../platform/errors';
import { banHash, banLabel, banValue, typedBanValue, type BanMarks } from './rules';
import { upsertBan } from './store';
import { banView } from './view';

const DAY_MS = 24 * 60 * 60 * 1000;

/** A ban as a moderator asks for it. */
export interface NewBan {
  kind: BanKind;
  /** The author of a comment, or a value that was typed in. */
  on: (BanMarks & { name: string | null }) | string;
  /** Null for a ban without an end. */
  days: number | null;
  reason: string | null;
  /** Name of the moderator. */
  by: string;
}

/** Whom a ban is on, by the value that their comments carry. @throws ValidationError */
function targetOf({ kind, on }: NewBan): { value: string; name: string } {
  if (typeof on === 'string') {
    const typed = typedBanValue(kind, on);
    if (!typed.ok) assertNoFaults([typed.fault]);
    return { value: typed.ok ? typed.value : '', name: '' };
  }
  const mark = banValue(kind, on);
  if (mark === null) {
    assertNoFaults([fault('kind', 'not_allowed', `this comment says nothing to ban by ${kind}`)]);
  }
  return { value: mark ?? '', name: on.name ?? '' };
}

/**
 * Makes a ban, or gives the one in force on the same value another end and reason.
 * @returns the ban, and the value by which comments of the banned are found
 * @throws ValidationError when there is nothing to ban by
 */
export const addBan =
  (strapi: Core.Strapi) =>
  async (asked: NewBan): Promise<{ ban: BanView; value: string }> => {
    const { kind, days, reason, by } = asked;
    const { value, name } = targetOf(asked);
    const row = await inTransaction(strapi, (trx) =>
      upsertBan(trx, {
        kind,
        valueHash: banHash(kind, value),
        label: banLabel(kind, value, name),
        reason,
        actorName: by,
        until: days === null ? null : new Date(Date.now() + days * DAY_MS),
      })
    );
    return { ban: banView(row), value };
  };
