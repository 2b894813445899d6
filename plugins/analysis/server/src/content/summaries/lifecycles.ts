import { refuseSummaryWrite } from './refusal';

/** Summaries' rows are written by their article alone, whichever way someone tries. */
export const summaryHooks = {
  beforeCreate: refuseSummaryWrite,
  beforeCreateMany: refuseSummaryWrite,
  beforeUpdate: refuseSummaryWrite,
  beforeUpdateMany: refuseSummaryWrite,
  beforeDelete: refuseSummaryWrite,
  beforeDeleteMany: refuseSummaryWrite,
};
