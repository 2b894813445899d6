import { Box } from '@strapi/design-system';
import { useState } from 'react';
import { PageLayout } from '../../components/page-layout';
import { usePersonalText } from '../../lib/text';
import { Failed } from '../../components/failed';
import { ListLoading } from '../../components/list-states';
import { useRights } from '../../lib/use-rights';
import { AddressForm } from './address-form';
import { EraseDialog } from './erase-dialog';
import { ErasedNote } from './erased-note';
import { FoundList, FoundSummary, hasFound } from './found-list';
import { useDownload } from './use-download';
import { usePersonal } from './use-personal';

/** What is stored about a person, by e-mail address: to show, to save as a file, and to erase. */
export function PersonalData() {
  const t = usePersonalText();
  const { moderate } = useRights();
  const { shown, look, readOn, erased } = usePersonal();
  const { downloading, download } = useDownload();
  const [erasing, setErasing] = useState(false);

  return (
    <>
      <PageLayout title={t('title')} subtitle={t('subtitle')}>
        <AddressForm
          wrong={shown.kind === 'wrong'}
          busy={shown.kind === 'loading'}
          onLook={(email) => void look(email)}
        />
        <Box paddingTop={6} aria-busy={shown.kind === 'loading'}>
          <div role="status">{shown.kind === 'found' && <FoundSummary found={shown.found} />}</div>
          {shown.kind === 'loading' && <ListLoading />}
          {shown.kind === 'failed' && (
            <Failed
              text={t('failed', { message: shown.message })}
              onRetry={() => void look(shown.email)}
            />
          )}
          {shown.kind === 'found' && hasFound(shown.found) && (
            <FoundList
              found={shown.found}
              more={shown.more}
              onMore={() => void readOn(shown.found)}
              downloading={downloading}
              onDownload={() => void download(shown.found.email)}
              onErase={moderate ? () => setErasing(true) : null}
            />
          )}
          {shown.kind === 'erased' && <ErasedNote email={shown.email} erasure={shown.erasure} />}
        </Box>
      </PageLayout>
      {erasing && shown.kind === 'found' && (
        <EraseDialog
          found={shown.found}
          close={() => setErasing(false)}
          onErased={(erasure) => erased(shown.found.email, erasure)}
        />
      )}
    </>
  );
}
