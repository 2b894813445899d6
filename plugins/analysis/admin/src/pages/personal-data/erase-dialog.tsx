import { Field, Flex, Modal, TextInput, Typography } from '@strapi/design-system';
import { useState, type FormEvent } from 'react';
import { FormError } from '../../components/form-error';
import type { ErasureView } from '../../../../shared/contracts/privacy';
import { eraseAll, isSameAddress } from './erasure';
import { erasePersonal } from './personal-api';
import { useDeskText, usePersonalText } from '../../lib/text';
import { FormFooter } from '../../components/form-footer';
import { useErrorText } from '../../lib/use-error-text';
import type { Found } from './use-personal';

interface Props {
  found: Found;
  close: () => void;
  onErased: (erasure: ErasureView) => void;
}

/** Erases what is stored, once the address has been typed again: there is no undo. */
export function EraseDialog({ found, close, onErased }: Props) {
  const t = usePersonalText();
  const desk = useDeskText();
  const errorText = useErrorText();
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState(false);
  const [done, setDone] = useState<number | null>(null);
  const [error, setError] = useState<string | null>(null);
  const { email, total, bans } = found;
  const busy = done !== null;

  const send = async (event: FormEvent) => {
    event.preventDefault();
    const right = isSameAddress(typed, email);
    setWrong(!right);
    if (!right || busy) return;
    setDone(0);
    setError(null);
    try {
      const erasure = await eraseAll(
        () => erasePersonal(email),
        ({ erased }) => setDone(erased.comments)
      );
      close();
      onErased(erasure);
    } catch (cause) {
      setDone(null);
      setError(t('erase.failed', { message: errorText(cause) }));
    }
  };

  return (
    // What is being erased cannot be stopped by looking away.
    <Modal.Root open onOpenChange={() => !busy && close()}>
      <Modal.Content aria-describedby={undefined}>
        <form noValidate onSubmit={(event) => void send(event)}>
          <Modal.Header closeLabel={desk('dialog.close')}>
            <Modal.Title>{t('erase')}</Modal.Title>
          </Modal.Header>
          <Modal.Body>
            <Flex direction="column" alignItems="stretch" gap={4}>
              <Typography style={{ overflowWrap: 'anywhere' }}>
                {t('erase.what', { email, count: total })}
              </Typography>
              {bans.some(({ inForce }) => inForce) && <Typography>{t('erase.bans')}</Typography>}
              <Field.Root name="again" required error={wrong ? t('erase.wrong') : undefined}>
                <Field.Label>{t('erase.again')}</Field.Label>
                <TextInput
                  value={typed}
                  autoComplete="off"
                  spellCheck={false}
                  disabled={busy}
                  onChange={(event) => setTyped(event.currentTarget.value)}
                />
                <Field.Error />
              </Field.Root>
              <div role="status">
                {busy && <Typography>{t('erase.progress', { count: done, total })}</Typography>}
              </div>
              <FormError text={error} />
            </Flex>
          </Modal.Body>
          <FormFooter label={t('erase.send')} variant="danger" sending={busy} locked />
        </form>
      </Modal.Content>
    </Modal.Root>
  );
}
