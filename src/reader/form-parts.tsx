import type { VNode } from 'preact';

/** A fault that a service found in what a form sent. */
export interface FormFault {
  path: (string | number)[];
  code?: string;
  params?: Record<string, string | number>;
}

export interface Field<Name extends string = string> {
  name: Name;
  label: string;
  type?: string;
  autocomplete?: string;
  /** Lines of a field that has several. */
  rows?: number;
  required: boolean;
  maxLength: number;
}

/** A labelled field, with what is wrong with it beside it. */
export function FormField({
  field,
  prefix = 'field',
  value,
  message,
}: {
  field: Field;
  /** Of its id: names come again in another form of the page. */
  prefix?: string;
  value: string;
  message: string | undefined;
}): VNode {
  const { name, label, required, maxLength, type, autocomplete, rows } = field;
  const id = `${prefix}-${name}`;
  const shared = {
    id,
    name,
    required,
    maxLength,
    'aria-invalid': message ? ('true' as const) : undefined,
    'aria-describedby': `${id}-error`,
  };
  return (
    <div class={`field field-for-${name}`}>
      <label for={id}>
        {label}
        {required ? <span aria-hidden="true"> *</span> : null}
      </label>
      {rows ? (
        <textarea {...shared} rows={rows} dir="auto">
          {value}
        </textarea>
      ) : (
        <input
          {...shared}
          type={type ?? 'text'}
          dir={type ? 'ltr' : 'auto'}
          autocomplete={autocomplete}
          value={value}
        />
      )}
      <p class="field-error" id={`${id}-error`} data-error={name}>
        {message ?? null}
      </p>
    </div>
  );
}

/** For programs that fill in whatever they find: people do not see it. */
export const Honeypot = (): VNode => (
  <div class="trap" aria-hidden="true">
    <label>
      Homepage
      <input name="homepage" tabIndex={-1} autocomplete="off" value="" />
    </label>
  </div>
);
