import { html, nothing, type TemplateResult } from 'lit';
import type { Localizer, MessageKey } from '../lib/localizer';

/** Stands in for what is on its way. */
export const skeleton = (localizer: Localizer, lines: number): TemplateResult => html`
  <div class="skeleton" part="skeleton" role="status" aria-busy="true">
    <span class="unseen">${localizer.t('loading')}</span>
    ${Array.from({ length: lines }, () => html`<span class="bone" aria-hidden="true"></span>`)}
  </div>
`;

/** Says that something did not come, and offers to ask again. */
export const problem = (
  localizer: Localizer,
  text: string,
  retry: (() => void) | null
): TemplateResult => html`
  <div class="problem" part="error" role="alert">
    <p>${text}</p>
    ${
      retry
        ? html`<button type="button" class="quiet" part="button" @click=${retry}>
            ${localizer.t('retry')}
          </button>`
        : nothing
    }
  </div>
`;

/** A phrase with strangers' names in it, each in its own direction. */
export const phrase = (
  localizer: Localizer,
  key: MessageKey,
  values: Record<string, string>
): (string | TemplateResult)[] =>
  localizer
    .pieces(key)
    .map((piece, at) => (at % 2 === 0 ? piece : html`<bdi dir="auto">${values[piece]}</bdi>`));

/** A heading of a level that the page chose. */
export const heading = (
  level: number,
  text: unknown,
  { id, lang, dir }: { id?: string; lang?: string; dir?: string } = {}
): TemplateResult => html`
  <div
    class="heading level-${Math.min(level, 4)}"
    part="heading"
    role="heading"
    aria-level=${level}
    id=${id ?? nothing}
    lang=${lang ?? nothing}
    dir=${dir ?? nothing}
    tabindex="-1"
  >
    ${text}
  </div>
`;

/** What was just done, or could not be: shown, and spoken without moving the focus. */
export const status = ({ text, failed }: StatusMessage): TemplateResult => html`
  <p class="status ${failed ? 'failed' : ''}" part="status" role="status">${text}</p>
`;

export interface StatusMessage {
  text: string;
  failed: boolean;
}

export const NO_MESSAGE: StatusMessage = { text: '', failed: false };
