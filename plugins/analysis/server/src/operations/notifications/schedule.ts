import type { Core } from '@strapi/strapi';
import { configOf } from '../../config';
import type { Notifications } from './api';

/** Puts the sender on Strapi's clock, where anything is mailed: of all instances one takes a mail. */
export function scheduleNotifications(strapi: Core.Strapi, notifications: Notifications): void {
  strapi.cron.add({
    'analysis-notices': {
      async task() {
        const { authors, moderators } = configOf(strapi).notifications;
        if (!authors && moderators.send === 'off') return;
        await notifications.digest();
        await notifications.deliver();
      },
      options: { rule: '* * * * *' },
    },
  });
}
