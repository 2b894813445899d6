import { Modal, useNotifyAT } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import { useState, type FormEvent } from 'react';
import { FormError } from '../../components/form-error';
import type { QueueCard } from '../../../../shared/contracts/moderation';
import { deskWrites } from '../../lib/desk-api';
import { useDeskText } from '../../lib/text';
import { FormFooter } from '../../components/form-footer';
import { BanFields, type BanDraft } from './ban-fields';
import { useErrorText } from '../../lib/use-error-text';

interface Props {
  card: QueueCard;
  close: () => void;
  onChanged: () => void;
}

/** Keeps an author from writing: as who they are, or from where they write. */
export function BanDialog({ card, close, onChanged }: Props) {
  const t = useDeskText();
  const errorText = useErrorText();
  const { notifyStatus } = useNotifyAT();
  const { toggleNotification } = useNotification();
  const [draft, setDraft] = useState<BanDraft>({
    kind: 'author',
    days: 7,
    reason: '',
    sweep: false,
  });
  const [error, setError] = useState<string | null>(null);
  const [sending, setSending] = useState(false);
  const { author, documentId } = card;
  const name = author.name || t('card.nobody');

  const send = async (event: FormEvent) => {
    event.preventDefault();
    setSending(true);
    setError(null);
    const { kind, days, sweep } = draft;
    const reason = draft.reason.trim() || null;
    try {
      const { swept } = await deskWrites.ban({ kind, commentId: documentId, days, reason, sweep });
      const message = t('said.banned', { name, count: swept });
      toggleNotification({ type: 'success', message });
      notifyStatus(message);
      close();
      onChanged();
    } catch (cause) {
      setError(errorText(cause));
      setSending(false);
    }
  };

  return (
    <Modal.Root open onOpenChange={close}>
      <Modal.Content aria-describedby={undefined}>
        <form onSubmit={(event) => void send(event)}>
          <Modal.Header closeLabel={t('dialog.close')}>
            <Modal.Title>{t('ban.title', { name })}</Modal.Title>
          </Modal.Header>
          <Modal.Body>
            <BanFields author={author} draft={draft} onChange={setDraft} />
            <FormError text={error} />
          </Modal.Body>
          <FormFooter label={t('ban.send')} variant="danger" sending={sending} />
        </form>
      </Modal.Content>
    </Modal.Root>
  );
}
