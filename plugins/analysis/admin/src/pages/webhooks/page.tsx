import { Page } from '@strapi/strapi/admin';
import { useWebhooksText } from '../../lib/text';
import { WEBHOOKS_PERMISSIONS } from '../../permissions';
import { Webhooks } from './webhooks';

/** The settings page on which webhooks are told of the plugin's events. */
export function WebhooksPage() {
  const t = useWebhooksText();
  return (
    <Page.Protect permissions={WEBHOOKS_PERMISSIONS}>
      <Page.Title>{t('title')}</Page.Title>
      <Page.Main>
        <Webhooks />
      </Page.Main>
    </Page.Protect>
  );
}
