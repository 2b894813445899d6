import { Button, Field, Flex, TextInput } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { useState } from 'react';
import { languageCode } from './policy-form';
import { useTriageText } from '../../lib/text';

/** Asks for a language's code. */
export function AddLanguage({ name, onAdd }: { name: string; onAdd: (code: string) => void }) {
  const t = useTriageText();
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState(false);

  const add = () => {
    const code = languageCode(typed);
    setWrong(code === null);
    if (code === null) return;
    setTyped('');
    onAdd(code);
  };

  return (
    <Field.Root name={`${name}.add`} error={wrong ? t('words.wrong') : undefined}>
      <Field.Label>{t('words.code')}</Field.Label>
      <Flex gap={2} wrap="wrap">
        <TextInput
          value={typed}
          maxLength={3}
          onChange={(event) => setTyped(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
            // The page's form would be sent.
            event.preventDefault();
            add();
          }}
        />
        <Button type="button" variant="tertiary" startIcon={<Plus />} onClick={add}>
          {t('words.add')}
        </Button>
      </Flex>
      <Field.Error />
    </Field.Root>
  );
}
