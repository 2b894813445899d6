import type { VNode } from 'preact';
import type { Localizer } from './localizer';
import { href, type PageContext } from './layout';
import type { Rating } from './services';
import { starsOf } from './stars';

const VALUES = [1, 2, 3, 4, 5] as const;

const STAR = 'M12 2.6l2.9 5.9 6.5.9-4.7 4.6 1.1 6.5L12 17.4l-5.8 3.1 1.1-6.5L2.6 9.4l6.5-.9z';

const Star = (): VNode => (
  <svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" focusable="false">
    <path d={STAR} />
  </svg>
);

/** Five small stars; the words beside them say it exactly. */
export const Stars = ({ average }: { average: number }): VNode => (
  <span class="mini-stars" aria-hidden="true">
    {VALUES.map((value) => (
      <span key={value} class={value <= starsOf(average) ? 'on' : 'off'}>
        ★
      </span>
    ))}
  </span>
);

/** A rating in a few words. */
export const ratingText = ({ t, number }: Localizer, { total, average }: Rating): string =>
  total === 0
    ? t('notRated')
    : t('ratingShort', { average: number(average), total: number(total) });

export interface RatingProps {
  context: PageContext;
  articleId: string;
  rating: Rating;
  /** What was just done: said once, to screen readers too. */
  notice: 'rated' | 'withdrawn' | null;
}

/**
 * "Click to rate this post! [Total: 0 Average: 0]" as a group of radio buttons in a plain form.
 * The script sends it without a reload and fills in the reader's own vote.
 */
export function RatingForm({ context, articleId, rating, notice }: RatingProps): VNode {
  const { localizer, path } = context;
  const { t, number } = localizer;
  return (
    <section class="rating" id="rating" aria-labelledby="rating-legend">
      <form
        method="post"
        action={href(context, `${path}/rating`)}
        data-rating
        data-article={articleId}
        data-total-text={t('ratingTotal', { total: '{total}', average: '{average}' })}
        data-done={t('rated')}
        data-withdrawn={t('withdrawn')}
        data-failed={t('failed')}
        data-too-many={t('tooManyText')}
      >
        <fieldset>
          <legend id="rating-legend">{t('rateLegend')}</legend>
          <div class="stars">
            {VALUES.map((value) => (
              <label key={value} title={localizer.count('stars', value)}>
                <input type="radio" name="value" value={value} required />
                <Star />
                <span class="visually-hidden">{localizer.count('stars', value)}</span>
              </label>
            ))}
          </div>
          <button type="submit">{t('rate')}</button>
        </fieldset>
      </form>
      <p class="rating-total" data-rating-total>
        [{t('ratingTotal', { total: number(rating.total), average: number(rating.average) })}]
      </p>
      <form
        method="post"
        action={href(context, `${path}/rating/withdraw`)}
        data-withdraw
        hidden={notice !== 'rated'}
      >
        <button type="submit" class="quiet">
          {t('withdraw')}
        </button>
      </form>
      <p class="notice" role="status" data-rating-status>
        {notice ? t(notice) : null}
      </p>
    </section>
  );
}
