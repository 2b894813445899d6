import { html, nothing, unsafeCSS, type TemplateResult } from 'lit';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import type { ArticleView, SummaryView } from '../../shared/contracts/posts';
import type { CorrectionView } from '../../shared/contracts/claims';
import { BaseElement } from './base-element';
import type { Post } from './lib/posts';
import { apiBase, fileAddress, webAddress } from './lib/server';
import postCss from './styles/post.css';
import { heading, phrase } from './views/states';

/** Parts of the elements inside, so that a page can style them from here too. */
const PARTS = [
  ...['heading', 'button', 'input', 'label', 'fault', 'status', 'error', 'skeleton'],
  ...['legend', 'stars', 'star', 'total', 'withdraw'],
  ...['threads', 'replies', 'comment', 'comment-head', 'comment-text', 'author', 'time', 'badge'],
  ...['badge-moderator', 'badge-own', 'badge-waiting', 'reply', 'edit', 'delete', 'report'],
  ...['more', 'sort', 'empty', 'closed', 'respond', 'form', 'field', 'submit'],
].join(', ');

/** `<analysis-post>`: a whole post, with its rating and its discussion. */
export class PostElement extends BaseElement {
  static override styles = [...BaseElement.styles, unsafeCSS(postCss)];

  protected readonly lines = 9;

  protected follows() {
    return [];
  }

  protected view({ view }: Post): TemplateResult {
    const { article, summary, corrections } = view;
    const { slug, server } = this;
    const level = this.level(1);
    return html`
      <article class="post" part="post" aria-labelledby="title">
        <header>
          ${heading(this.level(0), article.title, {
            ...{ id: 'title', lang: article.language, dir: article.direction },
          })}
          ${this.meta(article)}
        </header>
        <p class="disclosure" part="disclosure">${this.disclosure(article)}</p>
        ${summary ? this.summary(summary, article.language) : nothing} ${this.cover(article)}
        <div class="body" part="body" lang=${article.language} dir=${article.direction}>
          ${unsafeHTML(article.bodyHtml)}
        </div>
        ${corrections.length > 0 ? this.corrections(corrections, article) : nothing}
        <footer>
          ${this.original(article)}
          <analysis-rating
            exportparts=${PARTS}
            slug=${slug}
            server=${server || nothing}
            lang=${this.textTag}
          ></analysis-rating>
          <analysis-comments
            exportparts=${PARTS}
            slug=${slug}
            server=${server || nothing}
            lang=${this.textTag}
            heading=${level}
          ></analysis-comments>
        </footer>
      </article>
    `;
  }

  private meta({ firstPublishedAt, topics }: ArticleView): TemplateResult {
    const { localizer } = this;
    return html`
      <p class="meta" part="meta">
        <time datetime=${firstPublishedAt}>
          ${localizer.t('published', { date: localizer.date(firstPublishedAt) })}
        </time>
      </p>
      ${
        topics.length > 0
          ? html`<ul class="topics" part="topics" aria-label=${localizer.t('topics')}>
              ${topics.map(({ name }) => html`<li dir="auto">${name}</li>`)}
            </ul>`
          : nothing
      }
    `;
  }

  private disclosure({ disclosure, review }: ArticleView) {
    const { localizer } = this;
    if (disclosure === 'human') return localizer.t('human');
    if (disclosure !== 'generated-reviewed' || !review) return localizer.t('generated');
    const { reviewer, reviewedAt } = review;
    return phrase(localizer, 'generated-reviewed', { reviewer, date: localizer.date(reviewedAt) });
  }

  private summary({ language, direction, text }: SummaryView, own: string): TemplateResult {
    const { localizer } = this;
    const title =
      language === own
        ? localizer.t('summary')
        : localizer.t('summaryIn', { language: localizer.languageName(language) });
    return html`
      <section class="summary" part="summary" aria-labelledby="summary">
        ${heading(this.level(1), title, { id: 'summary' })}
        <p lang=${language} dir=${direction}>${text}</p>
      </section>
    `;
  }

  private cover({ cover }: ArticleView): TemplateResult | typeof nothing {
    const src = cover && fileAddress(cover.url, apiBase(this.server) ?? '');
    if (!cover || !src) return nothing;
    return html`<img
      part="cover"
      src=${src}
      alt=${cover.alternativeText}
      width=${cover.width ?? nothing}
      height=${cover.height ?? nothing}
      loading="lazy"
    />`;
  }

  private original({ originalLink, sourceName }: ArticleView): TemplateResult | typeof nothing {
    const href = webAddress(originalLink);
    if (!href) return nothing;
    const { localizer } = this;
    const text = sourceName
      ? phrase(localizer, 'originalAt', { source: sourceName })
      : localizer.t('original');
    return html`<p><a part="original" href=${href} rel="noopener">${text}</a></p>`;
  }

  private corrections(all: CorrectionView[], { language, direction }: ArticleView) {
    const { localizer } = this;
    return html`
      <section class="corrections" part="corrections" aria-labelledby="corrections">
        ${heading(this.level(1), localizer.t('corrections'), { id: 'corrections' })}
        <ul>
          ${all.map(
            ({ quote, text, correctedAt }) => html`
              <li>
                <p class="meta">
                  <time datetime=${correctedAt}>
                    ${localizer.t('correctedOn', { date: localizer.date(correctedAt) })}
                  </time>
                </p>
                <p dir="auto">${text}</p>
                <p class="meta">
                  ${localizer.t('correctedPassage')}
                  <q lang=${language} dir=${direction}>${quote}</q>
                </p>
              </li>
            `
          )}
        </ul>
      </section>
    `;
  }
}
