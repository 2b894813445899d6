import { useNotifyAT } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import { useEffect, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { articleAddress } from '../lib/article-address';
import { usePasteText } from '../lib/text';
import { useRequestErrorText } from '../lib/use-request-error-text';
import { useCreatePost } from './paste-api';
import { actionOf } from './paste-model';
import { usePreview } from './use-preview';

/** Reads the page, makes the draft, and opens it. */
export function usePaste(text: string, done: () => void) {
  const t = usePasteText();
  const navigate = useNavigate();
  const errorText = useRequestErrorText();
  const { notifyStatus } = useNotifyAT();
  const { toggleNotification } = useNotification();
  const create = useCreatePost();
  const { reading, readAgain } = usePreview(text);
  const [agreed, setAgreed] = useState(false);
  const [sending, setSending] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);

  // Agreed was to lose that draft's edits, not those of another story's.
  useEffect(() => {
    setAgreed(false);
    setRefusal(null);
  }, [text]);

  const preview = reading.state === 'read' ? reading.preview : null;
  const action = preview && actionOf(preview);
  const ready = action !== null && (action !== 'replace' || agreed);

  const open = (documentId: string): void => {
    done();
    navigate(articleAddress(documentId));
  };

  const send = async (): Promise<void> => {
    if (!ready || preview === null || sending) return;
    if (action === 'open' && preview.documentId !== null) return open(preview.documentId);
    setSending(true);
    setRefusal(null);
    try {
      const documentId = await create({ text, force: action === 'replace' });
      const message = t(action === 'create' ? 'said.created' : 'said.updated');
      toggleNotification({ type: 'success', message });
      notifyStatus(message);
      open(documentId);
    } catch (error) {
      setRefusal(errorText(error));
      setSending(false);
      // What was read before is not so any more: someone may have edited the draft meanwhile.
      readAgain();
    }
  };

  return { reading, action, ready, agreed, setAgreed, sending, refusal, send };
}
