import { Field, Flex, Modal, Textarea, Typography } from '@strapi/design-system';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import type { ClaimCard } from '../../../../shared/contracts/claims';
import { LIMITS } from '../../../../shared/limits';
import { useClaimText, useDeskText } from '../../lib/text';
import { FormFooter } from '../../components/form-footer';

interface Props {
  card: ClaimCard;
  /** Returns what is wrong with the correction, or null. */
  uphold: (correction: string) => Promise<string | null>;
  close: () => void;
}

/** Asks what is true instead, which readers will see below the article. */
export function UpholdDialog({ card, uphold, close }: Props) {
  const t = useClaimText();
  const desk = useDeskText();
  const field = useRef<HTMLTextAreaElement>(null);
  const [correction, setCorrection] = useState(card.correction ?? '');
  const [error, setError] = useState<string | null>(null);
  const [sending, setSending] = useState(false);
  const changes = card.status === 'upheld';

  useEffect(() => void field.current?.focus(), []);

  const send = async (event: FormEvent) => {
    event.preventDefault();
    setSending(true);
    setError(null);
    const wrong = await uphold(correction);
    if (wrong === null) return close();
    setError(wrong);
    setSending(false);
  };

  const text = correction.trim();
  const ready = text.length >= LIMITS.correction.min && text !== card.correction;
  return (
    <Modal.Root open onOpenChange={close}>
      <Modal.Content aria-describedby={undefined}>
        <form onSubmit={(event) => void send(event)}>
          <Modal.Header closeLabel={desk('dialog.close')}>
            <Modal.Title>{t(changes ? 'uphold.change' : 'uphold.title')}</Modal.Title>
          </Modal.Header>
          <Modal.Body>
            <Flex direction="column" alignItems="stretch" gap={4}>
              <Typography textColor="neutral700" dir="auto" lang={card.article.language}>
                “{card.quote}”
              </Typography>
              <Typography textColor="neutral600" dir="auto">
                {card.note}
              </Typography>
              <Field.Root name="correction" hint={t('uphold.hint')} error={error ?? undefined}>
                <Field.Label>{t('uphold.label')}</Field.Label>
                <Textarea
                  ref={field}
                  value={correction}
                  maxLength={LIMITS.correction.max}
                  onChange={(event) => setCorrection(event.currentTarget.value)}
                />
                <Field.Hint />
                <Field.Error />
              </Field.Root>
            </Flex>
          </Modal.Body>
          <FormFooter
            label={t(changes ? 'uphold.save' : 'uphold.send')}
            sending={sending}
            ready={ready}
          />
        </form>
      </Modal.Content>
    </Modal.Root>
  );
}
