import { TABLE } from '../common/uids';

/** When each recurring job last ran, on whichever instance. */
export const jobSchema = {
  kind: 'collectionType',
  collectionName: TABLE.job,
  info: { singularName: 'job', pluralName: 'jobs', displayName: 'Analysis job' },
  options: { draftAndPublish: false },
  pluginOptions: {
    'content-manager': { visible: false },
    'content-type-builder': { visible: false },
  },
  attributes: {
    name: { type: 'string', required: true },
    ranAt: { type: 'datetime' },
  },
  indexes: [{ name: 'analysis_jobs_name_uq', columns: ['name'], type: 'unique' }],
} as const;
