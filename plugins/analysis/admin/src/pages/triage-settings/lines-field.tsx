import { Field, Textarea } from '@strapi/design-system';
import { linesOf, textOf, type Setting } from './policy-form';

interface Props {
  name: string;
  label: string;
  hint: string;
  error: string | undefined;
  setting: Setting;
  onChange: (lines: string[]) => void;
}

/** A list, one entry a line. */
export function LinesField({ name, label, hint, error, setting, onChange }: Props) {
  return (
    <Field.Root name={name} hint={hint} error={error}>
      <Field.Label>{label}</Field.Label>
      <Textarea
        value={textOf(setting)}
        spellCheck={false}
        onChange={(event) => onChange(linesOf(event.currentTarget.value))}
      />
      <Field.Hint />
      <Field.Error />
    </Field.Root>
  );
}
