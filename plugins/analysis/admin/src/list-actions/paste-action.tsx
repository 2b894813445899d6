import { Button } from '@strapi/design-system';
import { File } from '@strapi/icons';
import { useRBAC } from '@strapi/strapi/admin';
import { Suspense, lazy, useState } from 'react';
import { useParams } from 'react-router-dom';
import { ARTICLE } from '../lib/content-manager-api';
import { usePasteText } from '../lib/text';
import { CREATE_ACTIONS } from '../permissions';

const PasteDialog = lazy(() =>
  import('./paste-dialog').then(({ PasteDialog }) => ({ default: PasteDialog }))
);

/** The button above the list of articles that takes a generated page. */
function PasteButton() {
  const t = usePasteText();
  const { allowedActions } = useRBAC(CREATE_ACTIONS);
  const [open, setOpen] = useState(false);
  // Kept while the list is open: a dialog that was closed by mistake gives it back.
  const [text, setText] = useState('');
  if (!allowedActions.canCreate) return null;
  const close = (): void => setOpen(false);
  return (
    <>
      <Button size="S" variant="tertiary" startIcon={<File />} onClick={() => setOpen(true)}>
        {t('action')}
      </Button>
      {open && (
        <Suspense fallback={null}>
          <PasteDialog
            text={text}
            onChange={setText}
            close={close}
            done={() => {
              setText('');
              close();
            }}
          />
        </Suspense>
      )}
    </>
  );
}

/** The same where it is articles that are listed. */
export function PasteAction() {
  const { slug } = useParams();
  return slug === ARTICLE ? <PasteButton /> : null;
}
