import {
  Checkbox,
  Field,
  SingleSelect,
  SingleSelectOption,
  TextInput,
} from '@strapi/design-system';
import { faultText, settingAt } from './policy-form';
import type { SettingForm } from './policy-phases';
import { useTriageText } from '../../lib/text';
import { LinesField } from './lines-field';
import type { PolicyDraft, PolicyState } from './use-policy';
import { WordsField } from './words-field';

interface Props {
  form: SettingForm;
  state: PolicyDraft;
  change: PolicyState['change'];
}

/** One setting of a check, put in as what it is. */
export function SettingField({ form, state, change }: Props) {
  const t = useTriageText();
  const path = form.name.split('.');
  const setting = settingAt(state.draft, path);
  const label = t(`setting.${form.name}`);
  const error = faultText(state.faults, path, setting);

  switch (form.kind) {
    case 'number':
    case 'share':
      return (
        <Field.Root name={form.name} error={error}>
          <Field.Label>{label}</Field.Label>
          <TextInput
            type="number"
            min={0}
            max={form.kind === 'share' ? 1 : undefined}
            step={form.kind === 'share' ? 0.01 : 1}
            value={typeof setting === 'number' ? setting : ''}
            onChange={(event) => {
              const { valueAsNumber } = event.currentTarget;
              change(path, Number.isNaN(valueAsNumber) ? null : valueAsNumber);
            }}
          />
          <Field.Error />
        </Field.Root>
      );
    case 'switch':
      return (
        <Field.Root name={form.name} error={error}>
          <Checkbox
            checked={setting === true}
            onCheckedChange={(checked) => change(path, checked === true)}
          >
            {label}
          </Checkbox>
          <Field.Error />
        </Field.Root>
      );
    case 'choice':
      return (
        <Field.Root name={form.name} error={error}>
          <Field.Label>{label}</Field.Label>
          <SingleSelect
            value={typeof setting === 'string' ? setting : undefined}
            onChange={(choice) => change(path, String(choice))}
          >
            {form.choices.map((choice) => (
              <SingleSelectOption key={choice} value={choice}>
                {t(`choice.${choice}`)}
              </SingleSelectOption>
            ))}
          </SingleSelect>
          <Field.Error />
        </Field.Root>
      );
    case 'lines':
      return (
        <LinesField
          name={form.name}
          label={label}
          hint={t('lines')}
          error={error}
          setting={setting}
          onChange={(lines) => change(path, lines)}
        />
      );
    case 'words':
      return <WordsField label={label} path={path} state={state} change={change} />;
  }
}
