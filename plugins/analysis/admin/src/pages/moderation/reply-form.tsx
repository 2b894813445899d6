import { Button, Field, Flex, Textarea, useNotifyAT } from '@strapi/design-system';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { LIMITS } from '../../../../shared/limits';
import { deskWrites } from '../../lib/desk-api';
import { useDeskText } from '../../lib/text';
import { useErrorText } from '../../lib/use-error-text';

interface Props {
  id: string;
  autoFocus: boolean;
  onReplied: () => void;
}

/** Answers a comment in the moderator's name, which also approves it. */
export function ReplyForm({ id, autoFocus, onReplied }: Props) {
  const t = useDeskText();
  const errorText = useErrorText();
  const { notifyStatus } = useNotifyAT();
  const field = useRef<HTMLTextAreaElement>(null);
  const [content, setContent] = useState('');
  const [error, setError] = useState<string | null>(null);
  const [sending, setSending] = useState(false);

  useEffect(() => {
    if (autoFocus) field.current?.focus();
  }, [autoFocus]);

  const send = async (event: FormEvent) => {
    event.preventDefault();
    setSending(true);
    setError(null);
    try {
      await deskWrites.reply(id, content);
      setContent('');
      notifyStatus(t('said.replied'));
      onReplied();
    } catch (cause) {
      setError(errorText(cause));
    } finally {
      setSending(false);
    }
  };

  const tooShort = content.trim().length < LIMITS.comment.min;
  return (
    <form onSubmit={(event) => void send(event)}>
      <Flex direction="column" alignItems="stretch" gap={2}>
        <Field.Root name="reply" hint={t('reply.hint')} error={error ?? undefined}>
          <Field.Label>{t('reply.label')}</Field.Label>
          <Textarea
            ref={field}
            value={content}
            maxLength={LIMITS.comment.max}
            onChange={(event) => setContent(event.currentTarget.value)}
          />
          <Field.Hint />
          <Field.Error />
        </Field.Root>
        <Flex justifyContent="flex-end">
          <Button type="submit" loading={sending} disabled={tooShort}>
            {t('reply.send')}
          </Button>
        </Flex>
      </Flex>
    </form>
  );
}
