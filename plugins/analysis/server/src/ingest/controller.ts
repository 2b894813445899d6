import { Readable } from 'node:stream';
import type { Core } from '@strapi/strapi';
import { fault } from '../../../shared/faults';
import { assertNoFaults } from '../common/errors';
import { assertKnownQuery, decodeEnvelope, type HttpContext } from '../common/http';
import { services } from '../common/services';
import { ingestLines } from './batch';
import { ingestOperations } from './operations';

/** `?force`, `?force=true` or `?force=1`. */
function decodeForce(value: unknown): boolean {
  if (value === undefined || value === 'false' || value === '0') return false;
  if (value === null || value === '' || value === 'true' || value === '1') return true;
  assertNoFaults([fault('force', 'invalid_choice', 'must be true or false')]);
  return false;
}

/** Token routes by which generators deliver posts. */
export const ingestController = ({ strapi }: { strapi: Core.Strapi }) => ({
  async put(ctx: HttpContext) {
    assertKnownQuery(ctx.query, ingestOperations.put().queryNames);
    const force = decodeForce(ctx.query.force);
    const { body } = ctx.request;
    const post = ctx.is('text/plain')
      ? ({ format: 'text', text: typeof body === 'string' ? body : '' } as const)
      : ({ format: 'json', data: decodeEnvelope(body) } as const);
    const data = await services(strapi).ingest.ingest(post, { force });
    ctx.status = data.outcome === 'created' ? 201 : 200;
    ctx.body = { data, meta: {} };
  },

  async batch(ctx: HttpContext) {
    assertKnownQuery(ctx.query, ingestOperations.batch().queryNames);
    const force = decodeForce(ctx.query.force);
    const answers = ingestLines(
      ctx.req,
      (data) => services(strapi).ingest.ingest({ format: 'json', data }, { force }),
      (error) => strapi.log.error(error)
    );
    ctx.status = 200;
    ctx.type = 'application/x-ndjson';
    ctx.body = Readable.from(answers);
  },
});
