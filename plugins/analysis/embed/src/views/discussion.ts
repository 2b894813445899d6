import { html, nothing, type TemplateResult } from 'lit';
import type { CommentSort } from '../../../shared/contracts/comments';
import { COMMENT_SORTS } from '../../../shared/vocabulary';
import { targetOf } from '../lib/events';
import type { Localizer } from '../lib/localizer';

/** Says that nobody has written yet. */
export const empty = (localizer: Localizer, open: boolean): TemplateResult => html`
  <p class="empty" part="empty">
    <strong>${localizer.t('noComments')}</strong>
    ${open ? html`<span>${localizer.t('noCommentsHint')}</span>` : nothing}
  </p>
`;

/** The choice of an order. */
export const sorting = (
  localizer: Localizer,
  sort: CommentSort,
  busy: boolean,
  choose: (sort: CommentSort) => void
): TemplateResult => html`
  <label class="sort" part="sort">
    <span>${localizer.t('sortBy')}</span>
    <select
      part="input"
      aria-disabled=${busy ? 'true' : 'false'}
      @change=${(event: Event) => choose(targetOf<HTMLSelectElement & { value: CommentSort }>(event).value)}
    >
      ${COMMENT_SORTS.map(
        (each) =>
          html`<option value=${each} ?selected=${each === sort}>${localizer.t(each)}</option>`
      )}
    </select>
  </label>
`;

/** Asks for what comes next. */
export const more = (
  localizer: Localizer,
  label: string,
  busy: boolean,
  ask: () => void
): TemplateResult => html`
  <p class="more">
    <button
      type="button"
      class="quiet"
      part="button more"
      aria-disabled=${busy ? 'true' : 'false'}
      @click=${ask}
    >
      ${busy ? localizer.t('loading') : label}
    </button>
  </p>
`;

/** Asks once more before a comment is deleted. */
export const sure = (
  localizer: Localizer,
  { busy, failure }: { busy: boolean; failure: string },
  go: () => void,
  cancel: () => void
): TemplateResult => html`
  <div class="sure" role="group" aria-labelledby="sure">
    <p id="sure">${localizer.t('deleteSure')}</p>
    <p class="fault" part="fault" role="alert">${failure}</p>
    <p class="buttons">
      <button
        type="button"
        class="main danger"
        part="button"
        aria-disabled=${busy ? 'true' : 'false'}
        @click=${go}
      >
        ${localizer.t('delete')}
      </button>
      <button type="button" class="quiet" part="button" @click=${cancel}>
        ${localizer.t('cancel')}
      </button>
    </p>
  </div>
`;
