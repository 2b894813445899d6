import type { InternalType } from '../strapi/internal-type';
import { TABLE } from '../strapi/uids';

/** When each recurring job last ran, on whichever instance. */
export const jobSchema: InternalType = {
  collectionName: TABLE.job,
  info: { singularName: 'job', pluralName: 'jobs', displayName: 'Analysis job' },
  attributes: {
    name: { type: 'string', required: true },
    ranAt: { type: 'datetime' },
  },
  indexes: [{ name: 'analysis_jobs_name_uq', columns: ['name'], type: 'unique' }],
};
