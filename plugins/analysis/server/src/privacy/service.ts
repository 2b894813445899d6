import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { email } from '../../../shared/fields';
import { onConnection } from '../common/database';
import { decode } from '../common/errors';
import { services, type Services } from '../common/services';
import { selectByEmail, selectIdsByEmail } from './store';

const input = z.strictObject({ email: email() });
const PART = 200;

/** What is kept of a person, by e-mail address; see `Services` for the contract. */
export const privacyService = ({ strapi }: { strapi: Core.Strapi }): Services['privacy'] => ({
  async export(data) {
    const { email: address } = decode(input, data);
    const comments = await onConnection(strapi, (knex) => selectByEmail(knex, address));
    return { email: address, comments };
  },

  async erase(data) {
    const { email: address } = decode(input, data);
    let erased = 0;
    for (;;) {
      const ids = await onConnection(strapi, (knex) => selectIdsByEmail(knex, address, PART));
      for (const id of ids) await services(strapi).comments.discard(id);
      erased += ids.length;
      if (ids.length < PART) return { erased };
    }
  },
});
