import { html, nothing, type TemplateResult } from 'lit';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import { repeat } from 'lit/directives/repeat.js';
import { READER_LIMITS } from '../../../shared/reader-limits';
import { isEditable } from '../lib/own-comments';
import { webAddress } from '../lib/server';
import type { Entry } from '../lib/tree';
import type { Localizer } from '../lib/localizer';
import { more } from './discussion';

/** What can be done with a comment; each opens below it. */
export type Act = 'reply' | 'edit' | 'delete' | 'report';

export interface CommentProps {
  localizer: Localizer;
  /** Whether the discussion takes comments. */
  open: boolean;
  now: number;
  /** What is open below a comment, if anything. */
  opened: (entry: Entry) => TemplateResult | typeof nothing;
  act: (what: Act, entry: Entry) => void;
  moreReplies: (entry: Entry) => void;
  busy: ReadonlySet<string>;
}

function actsOn(entry: Entry, { open, now }: CommentProps): Act[] {
  if (entry.deleted) return [];
  const { own, state, depth } = entry;
  const editable = own !== null && isEditable(own, now);
  return [
    ...(open && state === 'public' && depth + 1 < READER_LIMITS.commentLevels
      ? ['reply' as const]
      : []),
    ...(editable ? ['edit' as const, 'delete' as const] : []),
    ...(own === null ? ['report' as const] : []),
  ];
}

function head({ localizer }: CommentProps, { author, createdAt, editedAt, own, state }: Entry) {
  const url = webAddress(author?.url);
  const name = html`<bdi dir="auto">${author?.name}</bdi>`;
  const badge = (text: string, kind: string) =>
    html`<span class="badge ${kind}" part="badge badge-${kind}">${text}</span>`;
  return html`
    <header class="head" part="comment-head">
      ${
        url
          ? html`<a class="author" part="author" href=${url} rel="nofollow ugc noopener"
              >${name}</a
            >`
          : html`<span class="author" part="author">${name}</span>`
      }
      ${author?.moderator ? badge(localizer.t('moderator'), 'moderator') : nothing}
      ${own && state !== 'waiting' ? badge(localizer.t('yours'), 'own') : nothing}
      ${state === 'waiting' ? badge(localizer.t('waiting'), 'waiting') : nothing}
      <time part="time" datetime=${createdAt}>${localizer.dateTime(createdAt)}</time>
      ${editedAt ? html`<span class="edited">(${localizer.t('edited')})</span>` : nothing}
    </header>
  `;
}

/** A comment with the replies to it. */
export function commentItem(props: CommentProps, entry: Entry): TemplateResult {
  const { localizer, opened, act, moreReplies, busy } = props;
  const { documentId, author, contentHtml, deleted, missing, replies, state } = entry;
  const name = author?.name ?? '';
  const labels: Partial<Record<Act, string>> = {
    reply: localizer.t('replyTo', { name }),
    report: localizer.t('reportOf', { name }),
  };
  return html`
    <li class="item">
      <article
        class="comment ${state}"
        part="comment"
        tabindex="-1"
        id="c-${documentId}"
        aria-label=${deleted ? localizer.t('deletedComment') : name}
      >
        ${
          deleted || contentHtml === null
            ? html`<p class="deleted">${localizer.t('deletedComment')}</p>`
            : html`
                ${head(props, entry)}
                <div class="text" part="comment-text" dir="auto">${unsafeHTML(contentHtml)}</div>
                <p class="acts">
                  ${actsOn(entry, props).map(
                    (what) => html`
                      <button
                        type="button"
                        class="quiet small"
                        part="button ${what}"
                        data-act="${what} ${documentId}"
                        aria-label=${labels[what] ?? nothing}
                        @click=${() => act(what, entry)}
                      >
                        ${localizer.t(what)}
                      </button>
                    `
                  )}
                </p>
              `
        }
        ${opened(entry)}
      </article>
      ${replies.length > 0 ? list(props, replies, 'replies') : nothing}
      ${
        missing > 0
          ? more(localizer, localizer.count('moreReplies', missing), busy.has(documentId), () =>
              moreReplies(entry)
            )
          : nothing
      }
    </li>
  `;
}

/** Comments one below the other. */
export const list = (
  props: CommentProps,
  entries: readonly Entry[],
  kind: 'threads' | 'replies'
): TemplateResult => html`
  <ol class=${kind} part=${kind}>
    ${repeat(
      entries,
      ({ documentId }) => documentId,
      (entry) => commentItem(props, entry)
    )}
  </ol>
`;
