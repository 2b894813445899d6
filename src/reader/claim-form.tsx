import type { VNode } from 'preact';
import { FormField, Honeypot, type Field, type FormFault } from './form-parts';
import { faultText, type Localizer } from './localizer';
import { href, type PageContext } from './layout';

/** What stands in the form: empty, or as it was sent when it was refused. */
export interface ClaimValues {
  quote: string;
  note: string;
  source: string;
}

export const EMPTY_CLAIM: ClaimValues = { quote: '', note: '', source: '' };

export interface ClaimFormProps {
  context: PageContext;
  values: ClaimValues;
  faults: FormFault[];
  /** Whether a report was just sent. */
  sent: boolean;
}

const messageOf = (localizer: Localizer, fault: FormFault): string => {
  switch (fault.code) {
    case 'not_found':
      return localizer.t('claimNotThere');
    case 'taken':
      return localizer.t('claimTaken');
    case 'too_many':
      return localizer.t('claimTooMany');
    default:
      return faultText(localizer, fault);
  }
};

/** "Report a mistake": folded away until someone needs it, or has to correct what they sent. */
export function ClaimForm({ context, values, faults, sent }: ClaimFormProps): VNode {
  const { localizer, path } = context;
  const { t } = localizer;
  const fields: Field<keyof ClaimValues>[] = [
    { name: 'quote', label: t('claimQuote'), rows: 3, required: true, maxLength: 500 },
    { name: 'note', label: t('claimNote'), rows: 4, required: true, maxLength: 2_000 },
    { name: 'source', label: t('claimSource'), type: 'url', required: false, maxLength: 2_000 },
  ];
  const messages = new Map<keyof ClaimValues, string>();
  for (const each of faults) {
    const name = fields.find((field) => field.name === each.path[0])?.name ?? 'quote';
    if (!messages.has(name)) messages.set(name, messageOf(localizer, each));
  }
  return (
    <section class="claim" id="report-mistake">
      <p class="notice" role="status">
        {sent ? t('claimed') : null}
      </p>
      <details open={messages.size > 0}>
        <summary>{t('claimOpen')}</summary>
        {messages.size > 0 ? (
          <div class="error-summary" role="alert" tabIndex={-1} autofocus>
            <p>{t('claimErrorSummary')}</p>
            <ul>
              {fields.map(({ name, label }) =>
                messages.has(name) ? (
                  <li key={name}>
                    <a href={`#claim-${name}`}>{label}</a>: {messages.get(name)}
                  </li>
                ) : null
              )}
            </ul>
          </div>
        ) : null}
        <p class="hint">{t('claimIntro')}</p>
        <form
          method="post"
          action={href(context, `${path}/claims`, {}, '#report-mistake')}
          data-claim
          noValidate
        >
          {fields.map((field) => (
            <FormField
              key={field.name}
              field={field}
              prefix="claim"
              value={values[field.name]}
              message={messages.get(field.name)}
            />
          ))}
          <Honeypot />
          <button type="submit">{t('reportSend')}</button>
        </form>
      </details>
    </section>
  );
}
