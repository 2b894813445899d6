import { Field } from '@strapi/design-system';
import { useForm } from '@strapi/strapi/admin';
import type { ReactNode } from 'react';
import { isRecord } from '../../lib/refusals';
import type { FieldInputProps } from '../input-props';
import { LanguageBox } from './language-box';
import { LanguageNote } from './language-note';

const BODY = 'body';

/** The language of a document's text, which is in its field `body`. */
export default function LanguageInput(props: FieldInputProps): ReactNode {
  const { name, label, labelAction, hint, required = false, disabled = false, error } = props;
  const body = useForm<unknown>('LanguageInput', ({ values }) =>
    isRecord(values) ? values[BODY] : undefined
  );
  const value = typeof props.value === 'string' && props.value !== '' ? props.value : null;
  const onChange = (tag: string | null): void => props.onChange(name, tag);

  return (
    <Field.Root
      name={name}
      id={name}
      required={required}
      hint={hint}
      {...(error === undefined ? {} : { error })}
    >
      <Field.Label action={labelAction}>{label}</Field.Label>
      <LanguageBox value={value} disabled={disabled} onChange={onChange} />
      <Field.Hint />
      <Field.Error />
      <LanguageNote
        value={value}
        text={typeof body === 'string' ? body : ''}
        disabled={disabled}
        isRefused={error !== undefined}
        onChange={onChange}
      />
    </Field.Root>
  );
}
