import type { ArticleView } from '../../../../shared/contracts/posts';
import { jsonLdOf } from './json-ld';

const article: ArticleView = {
  documentId: 'a',
  title: 'Tidal power',
  slug: 'tidal-power',
  language: 'en',
  direction: 'ltr',
  body: 'text',
  bodyHtml: '<p>text</p>',
  originalLink: null,
  sourceName: null,
  sourcePublishedAt: null,
  cover: null,
  topics: [],
  disclosure: 'generated',
  provenance: { provider: null, model: null, promptVersion: null, generatedAt: null },
  review: null,
  contentHash: 'h',
  firstPublishedAt: '2026-01-01T00:00:00.000Z',
  updatedAt: '2026-01-02T00:00:00.000Z',
};
const none = { total: 0, average: 0, score: 3, histogram: { 1: 0, 2: 0, 3: 0, 4: 0, 5: 0 } };
const source = {
  article,
  summary: null,
  rating: none,
  corrections: [],
  commentCount: 2,
  url: 'https://example.com/posts/tidal-power',
  image: null,
  publisher: 'The Firth',
};

test('what is not known is not stated', () => {
  const jsonLd = JSON.parse(JSON.stringify(jsonLdOf(source)));
  expect(jsonLd).toMatchObject({
    '@type': ['NewsArticle', 'AnalysisNewsArticle'],
    headline: 'Tidal power',
    inLanguage: 'en',
    commentCount: 2,
    digitalSourceType: expect.stringMatching(/trainedAlgorithmicMedia$/),
    author: { name: 'The Firth' },
  });
  for (const absent of [
    'aggregateRating',
    'isBasedOn',
    'abstract',
    'image',
    'creditText',
    'correction',
  ]) {
    expect(jsonLd).not.toHaveProperty(absent);
  }
});

test('what is known is', () => {
  expect(
    jsonLdOf({
      ...source,
      article: {
        ...article,
        originalLink: 'https://news.example.com/story',
        sourceName: 'Example News',
        disclosure: 'generated-reviewed',
        provenance: { ...article.provenance, provider: 'Acme', model: 'm-1' },
        review: { reviewer: 'Ana', reviewedAt: '2026-01-02T00:00:00.000Z' },
      },
      summary: { documentId: 's', language: 'fr', direction: 'ltr', text: 'Résumé.' },
      rating: { ...none, total: 2, average: 4.5 },
      corrections: [
        {
          documentId: 'c',
          quote: 'three ferries',
          text: 'There were four ferries.',
          correctedAt: '2026-01-03T00:00:00.000Z',
        },
      ],
    })
  ).toMatchObject({
    abstract: { '@value': 'Résumé.', '@language': 'fr' },
    isBasedOn: { url: 'https://news.example.com/story', publisher: { name: 'Example News' } },
    digitalSourceType: expect.stringMatching(/compositeWithTrainedAlgorithmicMedia$/),
    author: { '@type': 'Person', name: 'Ana' },
    creditText: 'Acme m-1',
    correction: [
      {
        '@type': 'CorrectionComment',
        text: 'There were four ferries.',
        datePublished: '2026-01-03T00:00:00.000Z',
      },
    ],
    aggregateRating: { ratingValue: 4.5, ratingCount: 2, bestRating: 5, worstRating: 1 },
  });
});
