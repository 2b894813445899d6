import { Button, Dialog, Flex, LinkButton } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { ConfirmDialog, useRBAC } from '@strapi/strapi/admin';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import { PageLayout } from '../../components/page-layout';
import type { BanView } from '../../../../shared/contracts/moderation';
import { PLUGIN_ID } from '../../pluginId';
import { DESK_PERMISSIONS } from '../../permissions';
import { useBansText, useDeskText } from '../../lib/text';
import { Empty } from '../../components/empty';
import { Failed } from '../../components/failed';
import { ListLoading } from '../../components/list-states';
import { AddDialog } from './add-dialog';
import { BanItem } from './ban-item';
import { LiftedBar } from './lifted-bar';
import { useBans } from './use-bans';

/** The bans in force: whom they are on, until when, and a way to lift each and to add one. */
export function Bans() {
  const t = useBansText();
  const desk = useDeskText();
  const { allowedActions } = useRBAC(DESK_PERMISSIONS);
  const { listed, error, loadingMore, reload, loadMore, lift, lifted, undo } = useBans();
  const [adding, setAdding] = useState(false);
  const [lifting, setLifting] = useState<BanView | null>(null);

  const actions = (
    <Flex gap={2} wrap="wrap">
      {allowedActions.canRead && (
        <LinkButton tag={Link} to={`/plugins/${PLUGIN_ID}/moderation`} variant="tertiary">
          {t('desk')}
        </LinkButton>
      )}
      <Button startIcon={<Plus />} onClick={() => setAdding(true)}>
        {t('add')}
      </Button>
    </Flex>
  );

  return (
    <>
      <PageLayout title={t('title')} subtitle={t('subtitle')} actions={actions}>
        {error !== null && <Failed text={t('list.failed', { message: error })} onRetry={reload} />}
        {listed === null && error === null && <ListLoading />}
        {listed?.bans.length === 0 && <Empty text={t('empty')} />}
        {listed !== null && listed.bans.length > 0 && (
          <Flex tag="ul" direction="column" alignItems="stretch" gap={3} aria-label={t('list')}>
            {listed.bans.map((ban) => (
              <BanItem key={ban.documentId} ban={ban} onLift={() => setLifting(ban)} />
            ))}
          </Flex>
        )}
        {listed?.nextCursor && (
          <Flex justifyContent="center" paddingTop={4}>
            <Button variant="secondary" loading={loadingMore} onClick={() => void loadMore()}>
              {desk('list.more')}
            </Button>
          </Flex>
        )}
        <LiftedBar lifted={lifted} onUndo={() => void undo()} />
      </PageLayout>
      {adding && <AddDialog close={() => setAdding(false)} onAdded={reload} />}
      <Dialog.Root open={lifting !== null} onOpenChange={() => setLifting(null)}>
        {lifting && (
          <ConfirmDialog
            title={t('lift')}
            onConfirm={async () => {
              await lift(lifting.documentId);
              setLifting(null);
            }}
          >
            {t('lift.confirm', { label: lifting.label })}
          </ConfirmDialog>
        )}
      </Dialog.Root>
    </>
  );
}
