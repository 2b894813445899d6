import {
  cleanFields,
  contentHash,
  disclosureOf,
  isDiscussionOpen,
  nextReview,
  publishFaults,
  type ArticleValues,
  type Review,
} from './rules';

const NOW = new Date('2026-11-24T12:00:00Z');

const WHOLE: ArticleValues = {
  title: 'Harbour opens a new berth',
  slug: null,
  language: 'en',
  body: 'word '.repeat(60).trim(),
  originalLink: 'https://example.com/a',
  sourceName: null,
  sourcePublishedAt: null,
  coverAlt: null,
  origin: 'generated',
  generatorProvider: null,
  generatorModel: null,
  promptVersion: null,
  promptHash: null,
  runId: null,
  generatedAt: null,
  reviewer: null,
  editorialResponsibility: false,
  summaries: [],
};

describe('a draft may be incomplete, but what is there must be well-formed', () => {
  test.each([
    ['nothing', {}, []],
    ['empty fields', { title: '', body: null, language: '  ' }, []],
    ['a short body', { body: 'x' }, []],
    ['a good title', { title: 'Abc' }, []],
    ['a short title', { title: 'Ab' }, ['title:too_short']],
    ['a long title', { title: 'a'.repeat(201) }, ['title:too_long']],
    ['a title of the wrong type', { title: 5 }, ['title:wrong_type']],
    ['a control character', { title: 'Ab\u0000c' }, ['title:control_character']],
    ['a slug with a space', { slug: 'a b' }, ['slug:invalid_slug']],
    ['a slug of 81 characters', { slug: 'a'.repeat(81) }, ['slug:invalid_slug']],
    ['no language tag', { language: 'english please' }, ['language:invalid_language']],
    ['a body of 200,001', { body: 'a'.repeat(200_001) }, ['body:too_long']],
    ['a private link', { originalLink: 'http://127.0.0.1/' }, ['originalLink:private_url']],
    ['a word for a link', { originalLink: 'Link' }, ['originalLink:invalid_url']],
    ['an unknown origin', { origin: 'alien' }, ['origin:invalid_choice']],
    ['tomorrow', { generatedAt: '2026-11-25T12:00:00Z' }, ['generatedAt:in_future']],
    ['a clock a little ahead', { generatedAt: '2026-11-24T12:00:30Z' }, []],
    [
      'several faults',
      { title: 'x', originalLink: 'ftp://example.com', language: '?' },
      ['title:too_short', 'language:invalid_language', 'originalLink:invalid_url'],
    ],
  ])('%s', (_what, data, expected) => {
    const { faults } = cleanFields(data, NOW);
    expect(faults.map(({ path, code }) => `${path.join('.')}:${code}`)).toEqual(expected);
  });

  test('values come back in their kept form; fields that are not there stay away', () => {
    expect(cleanFields({ title: ' Ab\u0063 ', language: 'FR-ca', body: '' }, NOW).values).toEqual({
      title: 'Abc',
      language: 'fr-CA',
      body: null,
    });
  });
});

describe('publishing needs the whole', () => {
  test.each([
    ['a whole article', {}, false, []],
    ['a body of 199', { body: 'a'.repeat(199) }, false, ['body:too_short']],
    ['a body of 200', { body: 'a'.repeat(200) }, false, []],
    ['a cover without alternative text', {}, true, ['coverAlt:required']],
    ['a cover with it', { coverAlt: 'A crane' }, true, []],
    [
      'nothing at all',
      { title: null, language: null, body: null, originalLink: null },
      false,
      ['title:required', 'language:required', 'body:required', 'originalLink:required'],
    ],
  ])('%s', (_what, change, cover, expected) => {
    const faults = publishFaults({ ...WHOLE, ...change }, { present: cover });
    expect(faults.map(({ path, code }) => `${path.join('.')}:${code}`)).toEqual(expected);
  });
});

describe('review', () => {
  const none: Review = {
    editorialResponsibility: false,
    reviewer: null,
    reviewedAt: null,
    reviewedHash: null,
  };
  const earlier = new Date('2026-11-20T00:00:00Z');
  const signed: Review = {
    editorialResponsibility: true,
    reviewer: 'Ana',
    reviewedAt: earlier,
    reviewedHash: 'h1',
  };

  test.each<
    [string, Review, { editorialResponsibility: boolean; reviewer: string | null }, string, Review]
  >([
    [
      'signing stamps this text',
      none,
      { editorialResponsibility: true, reviewer: 'Ana' },
      'h1',
      { ...signed, reviewedAt: NOW },
    ],
    [
      'without a name nothing is signed',
      none,
      { editorialResponsibility: true, reviewer: null },
      'h1',
      none,
    ],
    [
      'saving the same text keeps it',
      signed,
      { editorialResponsibility: true, reviewer: 'Ana' },
      'h1',
      signed,
    ],
    [
      'a later edit reopens it',
      signed,
      { editorialResponsibility: true, reviewer: 'Ana' },
      'h2',
      { ...none, reviewer: 'Ana' },
    ],
    [
      'another reviewer signs anew',
      signed,
      { editorialResponsibility: true, reviewer: 'Bo' },
      'h2',
      { editorialResponsibility: true, reviewer: 'Bo', reviewedAt: NOW, reviewedHash: 'h2' },
    ],
    [
      'giving it up clears it',
      signed,
      { editorialResponsibility: false, reviewer: 'Ana' },
      'h1',
      { ...none, reviewer: 'Ana' },
    ],
  ])('%s', (_what, before, after, hash, expected) => {
    expect(nextReview(before, after, hash, NOW)).toEqual(expected);
  });

  test.each([
    ['generated, not reviewed', 'generated', none, 'h1', 'generated'],
    ['reviewed, this text', 'generated', signed, 'h1', 'generated-reviewed'],
    ['reviewed, another text', 'generated', signed, 'h2', 'generated'],
    ['written by a person', 'human', none, 'h1', 'human'],
    ['origin not said', null, none, 'h1', 'generated'],
  ] as const)('disclosure: %s', (_what, origin, review, hash, expected) => {
    expect(disclosureOf(origin, review, hash)).toBe(expected);
  });

  test('the hash moves with title, language and body, and with nothing else', () => {
    const hash = contentHash(WHOLE);
    expect(contentHash({ ...WHOLE })).toBe(hash);
    expect(contentHash({ ...WHOLE, title: 'Other' })).not.toBe(hash);
    expect(contentHash({ ...WHOLE, language: 'fr' })).not.toBe(hash);
    expect(contentHash({ ...WHOLE, body: 'Other' })).not.toBe(hash);
    expect(contentHash({ ...WHOLE, title: 'ab', body: 'c' })).not.toBe(
      contentHash({ ...WHOLE, title: 'a', body: 'bc' })
    );
  });
});

test.each([
  ['is open', false, 3, 0, true],
  ['is open within its days', false, 6, 7, true],
  ['closes after its days', false, 7, 7, false],
  ['is closed by an editor', true, 0, 0, false],
] as const)('a discussion %s', (_what, discussionClosed, age, closeAfterDays, open) => {
  const now = new Date('2026-11-25T12:00:00Z');
  const firstPublishedAt = new Date(now.getTime() - age * 86_400_000);
  expect(isDiscussionOpen({ discussionClosed, firstPublishedAt }, closeAfterDays, now)).toBe(open);
});
