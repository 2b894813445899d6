import type { VNode } from 'preact';
import { FormField, Honeypot, type Field, type FormFault } from './form-parts';
import { faultText } from './localizer';
import { href, type PageContext } from './layout';
import { Phrase } from './phrase';

/** What stands in the form: empty, or as it was sent when it was refused. */
export interface FormValues {
  name: string;
  email: string;
  url: string;
  content: string;
  parent: string;
  /** Whether the box that asks for mail is ticked. */
  notify: boolean;
}

export const EMPTY_FORM: FormValues = {
  ...{ name: '', email: '', url: '', content: '', parent: '' },
  notify: false,
};

type TextField = Exclude<keyof FormValues, 'notify'>;

const NAMES: Record<string, TextField> = {
  'author.name': 'name',
  'author.email': 'email',
  'author.url': 'url',
  content: 'content',
  parent: 'parent',
};

export interface CommentFormProps {
  context: PageContext;
  articleId: string;
  values: FormValues;
  faults: FormFault[];
  /** Whom the reply is to; null for a comment on the article, or when that is not known. */
  replyTo: string | null;
  notice: 'pending' | 'approved' | 'confirm' | null;
  /** Whether mail on approval and replies can be asked for. */
  notify: boolean;
}

/** "Leave a reply": a plain form; faults stand beside their fields and above the form. */
export function CommentForm(props: CommentFormProps): VNode {
  const { context, articleId, values, faults, replyTo, notice, notify } = props;
  const { localizer, path } = context;
  const { t } = localizer;
  const messages = new Map<TextField, string>();
  for (const each of faults) {
    const name = NAMES[each.path.join('.')] ?? (each.path[0] === 'author' ? 'name' : 'content');
    if (!messages.has(name)) messages.set(name, faultText(localizer, each));
  }
  const fields: Field<TextField>[] = [
    { name: 'content', label: t('comment'), rows: 6, required: true, maxLength: 5_000 },
    { name: 'name', label: t('name'), autocomplete: 'name', required: true, maxLength: 80 },
    {
      name: 'email',
      label: t('email'),
      type: 'email',
      autocomplete: 'email',
      required: true,
      maxLength: 254,
    },
    {
      name: 'url',
      label: t('website'),
      type: 'url',
      autocomplete: 'url',
      required: false,
      maxLength: 2_000,
    },
  ];
  return (
    <section class="respond" id="respond" aria-labelledby="respond-heading">
      <h2 id="respond-heading">{t('leaveReply')}</h2>
      <p class="notice" role="status" data-comment-status>
        {notice ? t(notice) : null}
      </p>
      {messages.size > 0 ? (
        <div class="error-summary" role="alert" tabIndex={-1} autofocus>
          <p>{t('errorSummary')}</p>
          <ul>
            {[...messages].map(([name, message]) => (
              <li key={name}>
                <a href={`#field-${name}`}>
                  {fields.find((field) => field.name === name)?.label ?? t('reply')}
                </a>
                : {message}
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      <form
        method="post"
        action={href(context, `${path}/comments`, {}, '#respond')}
        data-comment
        data-article={articleId}
        data-failed={t('failed')}
        data-pending={t('pending')}
        data-approved={t('approved')}
        data-confirm={t('confirm')}
        noValidate
      >
        <p class="reply-to" data-reply-to hidden={replyTo === null && values.parent === ''}>
          <span data-reply-name data-reply-text={t('replyingTo', { name: '{name}' })}>
            {replyTo === null ? null : (
              <Phrase localizer={localizer} message="replyingTo" values={{ name: replyTo }} />
            )}
          </span>{' '}
          <a href={href(context, path, {}, '#respond')} data-reply-cancel>
            {t('cancelReply')}
          </a>
        </p>
        <input type="hidden" name="parent" value={values.parent} />
        <p class="hint" id="respond-hint">
          {t('addressHint')}
        </p>
        {fields.map((field) => (
          <FormField
            key={field.name}
            field={field}
            value={values[field.name]}
            message={messages.get(field.name)}
          />
        ))}
        {notify ? (
          <p class="choice">
            <label>
              <input type="checkbox" name="notify" value="1" checked={values.notify} />{' '}
              {t('notify')}
            </label>
          </p>
        ) : null}
        <Honeypot />
        <input type="hidden" name="formToken" value="" />
        <button type="submit">{t('send')}</button>
      </form>
    </section>
  );
}
