import type { Services } from '../common/services';
import { deleteSummaries, updateVisible } from './store';

/** Summaries as the articles room needs them; see `Services` for the contract. */
export const summariesService = (): Services['summaries'] => ({
  async setVisible(trx, articleId, visible) {
    await updateVisible(trx, articleId, visible);
  },

  async removeAll(trx, articleId) {
    await deleteSummaries(trx, articleId);
  },
});
