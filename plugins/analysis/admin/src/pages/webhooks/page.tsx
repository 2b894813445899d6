import { ProtectedPage } from '../../components/protected-page';
import { useWebhooksText } from '../../lib/text';
import { WEBHOOKS_PERMISSIONS } from '../../permissions';
import { Webhooks } from './webhooks';

/** The settings page on which the plugin's events are chosen for webhooks. */
export function WebhooksPage() {
  const t = useWebhooksText();
  return (
    <ProtectedPage permissions={WEBHOOKS_PERMISSIONS} title={t('title')}>
      <Webhooks />
    </ProtectedPage>
  );
}
