import type { Core } from '@strapi/strapi';
import { services } from '../../common/services';
import { configOf } from '../../config';

/** Puts the sender on Strapi's clock, where anything is mailed: of all instances one takes a mail. */
export function scheduleNotices(strapi: Core.Strapi): void {
  strapi.cron.add({
    'analysis-notices': {
      async task() {
        const { authors, moderators } = configOf(strapi).notices;
        if (!authors && moderators.send === 'off') return;
        const { notices } = services(strapi);
        await notices.digest();
        await notices.deliver();
      },
      options: { rule: '* * * * *' },
    },
  });
}
