import { Field, TextInput } from '@strapi/design-system';
import type { KeyboardEvent, RefObject } from 'react';
import type { QueueFilter } from '../../../../shared/contracts/moderation';
import { useDeskText } from '../../lib/text';

const TYPES: Partial<Record<QueueFilter, string>> = { q: 'search', from: 'date', to: 'date' };

interface Props {
  name: QueueFilter;
  value: string;
  onChange: (value: string) => void;
  inputRef?: RefObject<HTMLInputElement>;
}

/** One filter with its label. */
export function FilterField({ name, value, onChange, inputRef }: Props) {
  const t = useDeskText();
  const leave = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Escape') event.currentTarget.blur();
  };
  return (
    <Field.Root name={name}>
      <Field.Label>{t(`filter.${name}`)}</Field.Label>
      <TextInput
        ref={inputRef}
        type={TYPES[name] ?? 'text'}
        value={value}
        maxLength={200}
        onChange={(event) => onChange(event.currentTarget.value)}
        onKeyDown={leave}
      />
    </Field.Root>
  );
}
