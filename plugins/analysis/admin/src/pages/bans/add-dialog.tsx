import { Checkbox, Field, Flex, Modal, TextInput } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import { useState, type FormEvent } from 'react';
import { ChoiceField } from '../../components/choice-field';
import { FormError } from '../../components/form-error';
import { deskWrites } from '../../lib/desk-api';
import { faultsOf } from '../../lib/refusals';
import { useBansText, useDeskText } from '../../lib/text';
import { FormFooter } from '../../components/form-footer';
import { BanTerms, type BanTermsDraft } from '../../components/ban-terms';
import { useErrorText } from '../../lib/use-error-text';

/** What can be typed in; an author is banned from a comment of theirs. */
const KINDS = ['email', 'domain', 'network'] as const;
type Kind = (typeof KINDS)[number];

interface Draft extends BanTermsDraft {
  kind: Kind;
  value: string;
  sweep: boolean;
}

const BLANK: Draft = { kind: 'email', value: '', days: 7, reason: '', sweep: false };

/** Bans an address, a mail domain or a network that is typed in. */
export function AddDialog({ close, onAdded }: { close: () => void; onAdded: () => void }) {
  const t = useBansText();
  const desk = useDeskText();
  const errorText = useErrorText();
  const { toggleNotification } = useNotification();
  const [draft, setDraft] = useState<Draft>(BLANK);
  const [wrong, setWrong] = useState<Kind | null>(null);
  const [error, setError] = useState<string | null>(null);
  const [sending, setSending] = useState(false);
  const change = (next: Partial<Draft>) => setDraft({ ...draft, ...next });
  const { kind } = draft;

  const send = async (event: FormEvent) => {
    event.preventDefault();
    setSending(true);
    setError(null);
    setWrong(null);
    const { value, days, sweep } = draft;
    const reason = draft.reason.trim() || null;
    try {
      const { swept } = await deskWrites.ban({
        ...{ kind, value, days, reason },
        sweep: sweep && kind !== 'domain',
      });
      toggleNotification({ type: 'success', message: t('added', { count: swept }) });
      close();
      onAdded();
    } catch (cause) {
      if (faultsOf(cause).some(({ path }) => path[0] === 'value')) setWrong(kind);
      else setError(errorText(cause));
      setSending(false);
    }
  };

  return (
    <Modal.Root open onOpenChange={close}>
      <Modal.Content aria-describedby={undefined}>
        <form noValidate onSubmit={(event) => void send(event)}>
          <Modal.Header closeLabel={desk('dialog.close')}>
            <Modal.Title>{t('add')}</Modal.Title>
          </Modal.Header>
          <Modal.Body>
            <Flex direction="column" alignItems="stretch" gap={4}>
              <ChoiceField
                name="kind"
                label={desk('ban.kind')}
                value={kind}
                options={KINDS}
                textOf={(each) => t(`kind.${each}`)}
                onChange={(next) => {
                  setWrong(null);
                  change({ kind: next });
                }}
              />
              <Field.Root
                name="value"
                required
                hint={t(`hint.${kind}`)}
                error={wrong === null ? undefined : t(`wrong.${wrong}`)}
              >
                <Field.Label>{t(`value.${kind}`)}</Field.Label>
                <TextInput
                  value={draft.value}
                  maxLength={254}
                  autoComplete="off"
                  spellCheck={false}
                  onChange={(event) => change({ value: event.currentTarget.value })}
                />
                <Field.Hint />
                <Field.Error />
              </Field.Root>
              <BanTerms draft={draft} onChange={change} />
              {kind !== 'domain' && (
                <Checkbox
                  checked={draft.sweep}
                  onCheckedChange={(sweep) => change({ sweep: sweep === true })}
                >
                  {t('sweep')}
                </Checkbox>
              )}
              <FormError text={error} />
            </Flex>
          </Modal.Body>
          <FormFooter label={desk('ban.send')} variant="danger" sending={sending} />
        </form>
      </Modal.Content>
    </Modal.Root>
  );
}
