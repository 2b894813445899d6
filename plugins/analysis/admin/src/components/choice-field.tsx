import { Field, SingleSelect, SingleSelectOption } from '@strapi/design-system';

interface Props<Option extends string> {
  name: string;
  label: string;
  value: Option;
  options: readonly Option[];
  textOf: (option: Option) => string;
  onChange: (option: Option) => void;
}

/** A field with a list of options, of which one is chosen. */
export function ChoiceField<Option extends string>(props: Props<Option>) {
  const { name, label, value, options, textOf, onChange } = props;
  const choose = (chosen: string | number): void => {
    const option = options.find((each) => each === chosen);
    if (option !== undefined) onChange(option);
  };
  return (
    <Field.Root name={name}>
      <Field.Label>{label}</Field.Label>
      <SingleSelect value={value} onChange={choose}>
        {options.map((each) => (
          <SingleSelectOption key={each} value={each}>
            {textOf(each)}
          </SingleSelectOption>
        ))}
      </SingleSelect>
    </Field.Root>
  );
}
