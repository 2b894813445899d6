import type { VNode } from 'preact';
import type { PageContext } from './layout';
import type { Article, Correction } from './services';

interface Props {
  context: PageContext;
  article: Article;
  corrections: Correction[];
}

/** Says at the top that the text was corrected, before anyone reads what was wrong. */
export function CorrectedLine({
  context,
  corrections,
}: Pick<Props, 'context' | 'corrections'>): VNode | null {
  const [latest] = corrections;
  if (latest === undefined) return null;
  const { date, t } = context.localizer;
  return (
    <p class="corrected">
      <a href="#corrections">{t('correctedOn', { date: date(latest.correctedAt) })}</a>
    </p>
  );
}

/** What was wrong, what is true instead, and since when that stands here. */
export function Corrections({ context, article, corrections }: Props): VNode | null {
  if (corrections.length === 0) return null;
  const { date, t } = context.localizer;
  return (
    <section class="corrections" id="corrections" aria-labelledby="corrections-heading">
      <h2 id="corrections-heading">{t('corrections')}</h2>
      <p class="hint">{t('correctionsHint')}</p>
      <ol>
        {corrections.map(({ documentId, quote, text, correctedAt }) => (
          <li key={documentId} id={`correction-${documentId}`}>
            <p class="meta">
              <time dateTime={correctedAt}>{t('correctedOn', { date: date(correctedAt) })}</time>
            </p>
            <p class="correction-quote">
              <span class="label">{t('correctedPassage')}</span>{' '}
              <q lang={article.language} dir="auto">
                {quote}
              </q>
            </p>
            <p class="correction-text" dir="auto">
              {text}
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}
