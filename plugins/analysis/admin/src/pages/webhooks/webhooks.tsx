import { Flex, LinkButton } from '@strapi/design-system';
import { useRBAC } from '@strapi/strapi/admin';
import { Link } from 'react-router-dom';
import { PageLayout } from '../../components/page-layout';
import { useDeskText, useWebhooksText } from '../../lib/text';
import { useWebhooks } from './webhooks-api';
import { WEBHOOKS_ACTIONS } from '../../permissions';
import { Empty } from '../../components/empty';
import { Failed } from '../../components/failed';
import { ListLoading } from '../../components/list-states';
import { WebhookForm } from './webhook-form';

/** Strapi's webhooks, and which of the plugin's events each sends. */
export function Webhooks() {
  const t = useWebhooksText();
  const desk = useDeskText();
  const { allowedActions } = useRBAC(WEBHOOKS_ACTIONS);
  const { webhooks, failure, reload } = useWebhooks();
  const strapis = (
    <LinkButton tag={Link} to="/settings/webhooks" variant="secondary">
      {t('strapis')}
    </LinkButton>
  );
  return (
    <>
      <PageLayout title={t('title')} subtitle={t('subtitle')} actions={strapis}>
        {failure && (
          <Failed
            text={t('failed', { message: failure.message ?? desk('error.connection') })}
            onRetry={reload}
          />
        )}
        {webhooks === null && !failure && <ListLoading />}
        {webhooks?.length === 0 && !failure && <Empty text={t('empty')} />}
        {webhooks !== null && webhooks.length > 0 && (
          <Flex tag="ul" direction="column" alignItems="stretch" gap={4} aria-label={t('title')}>
            {webhooks.map((webhook) => (
              <WebhookForm
                key={webhook.id}
                webhook={webhook}
                mayChange={allowedActions.canUpdate ?? false}
              />
            ))}
          </Flex>
        )}
      </PageLayout>
    </>
  );
}
