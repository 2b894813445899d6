import { html, nothing, type TemplateResult } from 'lit';
import { READER_LIMITS } from '../../../shared/reader-limits';
import type { Fault } from '../../../shared/faults';
import { REPORT_REASONS } from '../../../shared/vocabulary';
import { faultText } from '../../../shared/messages/fault-text';
import type { Localizer } from '../lib/localizer';

/** How a form stands. */
export interface FormState {
  busy: boolean;
  faults: Fault[];
  /** What went wrong with it as a whole. */
  failure: string;
}

export const BLANK: FormState = { busy: false, faults: [], failure: '' };

interface Field {
  name: string;
  label: string;
  max: number;
  type?: 'text' | 'email' | 'url';
  autocomplete?: 'name' | 'email' | 'url';
  rows?: number;
  required?: boolean;
  value?: string;
}

/** The field that a fault belongs to: `author.email` is `email`. */
export const fieldOf = ({ path }: Pick<Fault, 'path'>): string => {
  const last = String(path.at(-1) ?? 'content');
  return last === 'author' ? 'name' : last;
};

/** A labelled field, with what is wrong with it beside it. */
function field(
  localizer: Localizer,
  prefix: string,
  { faults }: FormState,
  it: Field
): TemplateResult {
  const found = faults.find((each) => fieldOf(each) === it.name);
  const message = found ? faultText(localizer, found) : '';
  const id = `${prefix}-${it.name}`;
  const invalid = found ? 'true' : 'false';
  return html`
    <div class="field field-${it.name}" part="field">
      <label for=${id} part="label">
        ${it.label}${it.required ? html`<span aria-hidden="true"> *</span>` : nothing}
      </label>
      ${
        it.rows
          ? html`<textarea
              id=${id}
              part="input"
              name=${it.name}
              rows=${it.rows}
              maxlength=${it.max}
              ?required=${it.required}
              dir="auto"
              aria-invalid=${invalid}
              aria-describedby="${id}-fault"
              .value=${it.value ?? ''}
            ></textarea>`
          : html`<input
              id=${id}
              part="input"
              name=${it.name}
              type=${it.type ?? 'text'}
              maxlength=${it.max}
              autocomplete=${it.autocomplete ?? nothing}
              ?required=${it.required}
              dir=${it.type && it.type !== 'text' ? 'ltr' : 'auto'}
              aria-invalid=${invalid}
              aria-describedby="${id}-fault"
              .value=${it.value ?? ''}
            />`
      }
      <p class="fault" part="fault" id="${id}-fault">${message}</p>
    </div>
  `;
}

/** What the form as a whole says, and its buttons. */
const footer = (
  localizer: Localizer,
  { busy, failure }: FormState,
  label: string,
  cancel: (() => void) | null
): TemplateResult => html`
  <p class="fault" part="fault" role="alert">${failure}</p>
  <p class="buttons">
    <button
      type="submit"
      class="main"
      part="button submit"
      aria-disabled=${busy ? 'true' : 'false'}
    >
      ${busy ? localizer.t('sending') : label}
    </button>
    ${
      cancel
        ? html`<button type="button" class="quiet" part="button" @click=${cancel}>
            ${localizer.t('cancel')}
          </button>`
        : nothing
    }
  </p>
`;

export interface Guest {
  name: string;
  email: string;
  url: string;
}

interface FormProps {
  localizer: Localizer;
  /** Of ids: forms may stand beside each other. */
  prefix: string;
  state: FormState;
  /** Names the form. */
  label: string;
  submit: (event: SubmitEvent) => void;
  cancel: (() => void) | null;
}

/** "Leave a reply", on the article or on a comment. */
export function commentForm(
  props: FormProps & { guest: Guest; notify: boolean; begin: () => void }
): TemplateResult {
  const { localizer, prefix, state, label, submit, cancel, guest, notify, begin } = props;
  const { t } = localizer;
  const fields: Field[] = [
    {
      name: 'content',
      label: t('comment'),
      rows: 5,
      required: true,
      max: READER_LIMITS.comment.max,
    },
    {
      ...{ name: 'name', label: t('name'), autocomplete: 'name' as const, required: true },
      ...{ max: READER_LIMITS.authorName.max, value: guest.name },
    },
    {
      ...{ name: 'email', label: t('email'), type: 'email' as const, required: true },
      ...{ autocomplete: 'email' as const, max: READER_LIMITS.email.max, value: guest.email },
    },
    {
      ...{ name: 'url', label: t('website'), type: 'url' as const },
      ...{ autocomplete: 'url' as const, max: READER_LIMITS.url.max, value: guest.url },
    },
  ];
  return html`
    <form part="form" aria-label=${label} novalidate @submit=${submit} @focusin=${begin}>
      <p class="hint">${t('addressHint')}</p>
      ${fields.map((each) => field(localizer, prefix, state, each))}
      ${
        notify
          ? html`<p class="choice">
              <label><input type="checkbox" name="notify" value="1" /> ${t('notify')}</label>
            </p>`
          : nothing
      }
      <div class="trap" aria-hidden="true">
        <label>Homepage <input name="homepage" tabindex="-1" autocomplete="off" /></label>
      </div>
      ${footer(localizer, state, t('send'), cancel)}
    </form>
  `;
}

/** Its author changes a comment. */
export const editForm = (props: FormProps & { content: string }): TemplateResult => html`
  <form part="form" aria-label=${props.label} novalidate @submit=${props.submit}>
    ${field(props.localizer, props.prefix, props.state, {
      name: 'content',
      label: props.localizer.t('comment'),
      rows: 5,
      required: true,
      max: READER_LIMITS.comment.max,
      value: props.content,
    })}
    ${footer(props.localizer, props.state, props.localizer.t('save'), props.cancel)}
  </form>
`;

/** Somebody reports a comment. */
export const reportForm = (props: FormProps): TemplateResult => html`
  <form part="form" aria-label=${props.label} novalidate @submit=${props.submit}>
    <div class="field" part="field">
      <label part="label" for="${props.prefix}-reason">${props.localizer.t('reportReason')}</label>
      <select part="input" id="${props.prefix}-reason" name="reason">
        ${REPORT_REASONS.map(
          (reason) => html`<option value=${reason}>${props.localizer.t(reason)}</option>`
        )}
      </select>
    </div>
    ${field(props.localizer, props.prefix, props.state, {
      name: 'note',
      label: props.localizer.t('reportNote'),
      rows: 2,
      max: READER_LIMITS.reportNote.max,
    })}
    ${footer(props.localizer, props.state, props.localizer.t('reportSend'), props.cancel)}
  </form>
`;
