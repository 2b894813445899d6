import { html, nothing, unsafeCSS, type TemplateResult } from 'lit';
import type { MyRatingView } from '../../shared/contracts/ratings';
import { BaseElement } from './base-element';
import { targetOf } from './lib/events';
import type { Post } from './lib/posts';
import { failureText } from './lib/localizer';
import ratingCss from './styles/rating.css';
import type { AnalysisRatedDetail } from './types';
import { litOf, star, VALUES } from './views/stars';
import { NO_MESSAGE, status, type StatusMessage } from './views/states';

/** Which star a key moves to; null for other keys. */
export function starAfter(key: string, from: number): number | null {
  if (key === 'ArrowRight' || key === 'ArrowDown') return (from % VALUES.length) + 1;
  if (key === 'ArrowLeft' || key === 'ArrowUp') return from === 1 ? VALUES.length : from - 1;
  if (key === 'Home') return 1;
  if (key === 'End') return VALUES.length;
  return null;
}

/**
 * `<analysis-rating>`: five stars as a group of radio buttons. Arrow keys choose, and only space,
 * enter or a click votes, so that nobody votes on the way to another star.
 */
export class RatingElement extends BaseElement {
  static override styles = [...BaseElement.styles, unsafeCSS(ratingCss)];

  protected readonly lines = 2;
  /** The star that is pointed at or has the focus. */
  private over: number | null = null;
  private notice: StatusMessage = NO_MESSAGE;

  protected follows({ rating }: Post) {
    return [rating];
  }

  protected override shown({ rating }: Post): void {
    this.notice = NO_MESSAGE;
    void rating.load();
  }

  protected view({ rating, view }: Post): TemplateResult {
    if (view.rating === null) return html``;
    const { localizer, over } = this;
    const { mine, sending, rating: current } = rating.state;
    const chosen = sending === undefined ? mine : sending;
    const lit = over ?? chosen ?? current.average;
    const mode = over !== null ? 'pointed' : chosen ? 'mine' : 'all';
    const focusable = over ?? chosen ?? 1;
    const total = {
      total: localizer.number(current.total),
      average: localizer.number(current.average),
    };
    return html`
      <section class="rating" aria-labelledby="legend">
        <p class="legend" part="legend" id="legend">
          ${localizer.t(chosen ? 'rateLegendDone' : 'rateLegend')}
        </p>
        <div
          class="stars ${mode}"
          part="stars"
          role="radiogroup"
          aria-labelledby="legend"
          aria-describedby="hint"
          aria-busy=${sending === undefined ? 'false' : 'true'}
          @keydown=${this.onKey}
          @pointerleave=${() => this.point(null)}
          @focusout=${() => this.point(null)}
        >
          ${VALUES.map(
            (value) => html`
              <button
                type="button"
                class="star"
                part="star"
                role="radio"
                aria-checked=${chosen === value ? 'true' : 'false'}
                aria-label=${localizer.count('stars', value)}
                tabindex=${focusable === value ? 0 : -1}
                data-value=${value}
                @click=${() => this.vote(value)}
                @pointerenter=${(event: PointerEvent) =>
                  event.pointerType === 'mouse' && this.point(value)}
              >
                ${star(litOf(value, lit))}
              </button>
            `
          )}
        </div>
        <p class="unseen" id="hint">${localizer.t('rateHint')}</p>
        <p class="total" part="total">[${localizer.t('ratingTotal', total)}]</p>
        ${
          chosen
            ? html`<button
                type="button"
                class="quiet"
                part="button withdraw"
                @click=${() => this.withdraw()}
              >
                ${localizer.t('withdraw')}
              </button>`
            : nothing
        }
        ${status(this.notice)}
      </section>
    `;
  }

  private point(value: number | null): void {
    if (value === this.over) return;
    this.over = value;
    this.requestUpdate();
  }

  private readonly onKey = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const from = Number(targetOf(event).dataset.value ?? 1);
    const next = starAfter(event.key, from);
    if (next === null) return;
    event.preventDefault();
    this.find(`[data-value="${next}"]`)?.focus();
    this.point(next);
  };

  private async vote(value: number): Promise<void> {
    const { localizer } = this;
    await this.send(
      () => this.post?.rating.vote(value),
      value,
      localizer.t('rated', { stars: localizer.count('stars', value) })
    );
  }

  private async withdraw(): Promise<void> {
    await this.send(() => this.post?.rating.withdraw(), null, this.localizer.t('withdrawn'));
    await this.focusOn('[role=radio][tabindex="0"]');
    this.point(null);
  }

  private async send(
    ask: () => Promise<MyRatingView> | undefined,
    value: number | null,
    done: string
  ): Promise<void> {
    const { slug, post } = this;
    this.over = null;
    try {
      const answer = await ask();
      if (!answer || !post) return;
      this.notice = { text: done, failed: false };
      const { total, average } = answer;
      const { articleId } = post.rating;
      const detail: AnalysisRatedDetail = { slug, articleId, value, total, average };
      this.emit('analysis-rated', detail);
    } catch (error) {
      const text = failureText(this.localizer, error);
      this.notice = { text, failed: true };
    }
    this.requestUpdate();
  }
}
