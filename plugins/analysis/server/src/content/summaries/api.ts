import type { Services } from '../../common/services';
import { deleteSummaries } from './store';
import { writeEditions } from './write-edition';

/** Summaries as the articles room needs them; see `Services` for the contract. */
export const summariesService = (): Services['summaries'] => ({
  writeEditions,

  async removeAll(trx, articleId) {
    await deleteSummaries(trx, articleId);
  },
});
