import { Dialog } from '@strapi/design-system';
import { ConfirmDialog } from '@strapi/strapi/admin';
import { KEYS } from '../../lib/keys';
import { useDeskText } from '../../lib/text';
import { BanDialog } from './ban-dialog';
import { HelpDialog } from './help-dialog';
import { ThreadDialog } from './thread-dialog';
import type { DeskDialog } from './use-dialogs';

interface Props {
  dialog: DeskDialog | null;
  close: () => void;
  /** Something was done that the list does not show yet. */
  onChanged: () => void;
}

/** The dialog that is open, if there is one. */
export function DeskDialogs({ dialog, close, onChanged }: Props) {
  const t = useDeskText();
  switch (dialog?.kind) {
    case undefined:
      return null;
    case 'thread':
      return (
        <ThreadDialog id={dialog.id} reply={dialog.reply} close={close} onChanged={onChanged} />
      );
    case 'ban':
      return <BanDialog card={dialog.card} close={close} onChanged={onChanged} />;
    case 'help':
      return <HelpDialog keys={KEYS} close={close} />;
    case 'confirm':
      return (
        <Dialog.Root open onOpenChange={close}>
          <ConfirmDialog
            title={t(`do.${dialog.to}`)}
            variant={dialog.to === 'approved' ? 'success' : 'danger'}
            onConfirm={() => {
              dialog.run();
              close();
            }}
          >
            {t(`confirm.${dialog.to}`, { count: dialog.count })}
          </ConfirmDialog>
        </Dialog.Root>
      );
  }
}
