import type { Core } from '@strapi/strapi';
import { MODERATION } from '../../../../shared/permissions';

/** More moderators than this are written to through a list of the operator's. */
const LIMIT = 100;

export interface Recipient {
  email: string;
  language: string;
}

/** Administrators who may moderate, with the language that they chose for the admin. */
export async function findModerators(strapi: Core.Strapi): Promise<Recipient[]> {
  const users = (await strapi.db.query('admin::user').findMany({
    where: {
      isActive: true,
      $or: [{ blocked: false }, { blocked: { $null: true } }],
      roles: { permissions: { action: MODERATION.decide } },
    },
    select: ['id', 'email', 'preferedLanguage'],
    orderBy: { id: 'asc' },
    limit: LIMIT,
  })) as { id: number; email: string; preferedLanguage: string | null }[];
  const unique = new Map(users.map((user) => [user.id, user]));
  return [...unique.values()].map(({ email, preferedLanguage }) => ({
    email,
    language: preferedLanguage ?? 'en',
  }));
}
