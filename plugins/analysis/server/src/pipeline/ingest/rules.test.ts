import { ingestInput } from '../../../../shared/contracts/ingest';
import { detectLanguage } from '../../platform/text/detect-language';
import {
  decide,
  draftOf,
  fingerprint,
  ingestedMark,
  publishWarnings,
  summaryFaults,
  withLanguages,
  type Draft,
} from './rules';

const ENGLISH =
  'The council heard engineers, shopkeepers and ferry crews before it put the plan to a vote.';
const FRENCH =
  'Le conseil a entendu les ingénieurs, les commerçants et les équipages avant de passer au vote.';
const GERMAN =
  'Die Lotsen der Mündung wünschen sich einen zweiten Schlepper; der Hafen hat das Geld, aber keine Mannschaft.';

const draft = (data: Record<string, unknown> = {}): Draft =>
  draftOf(ingestInput.parse({ title: 'The plan', body: ENGLISH, ...data }));

test.each([
  [ENGLISH, 'en'],
  [FRENCH, 'fr'],
  [GERMAN, 'de'],
  ['El consejo escuchó a los ingenieros, a los comerciantes y a las tripulaciones.', 'es'],
  ['O conselho ouviu os engenheiros, os comerciantes e as tripulações antes de votar.', 'pt'],
  [
    '评议会在表决之前听取了工程师、店主和渡轮船员的意见，并且讨论了谁应该承担风险以及承担多久的问题。',
    'zh',
  ],
  ['Oui.', null],
  ['', null],
])('%j reads like %s', async (text, language) => {
  expect(await detectLanguage(text)).toBe(language);
});

test.each([
  ['nothing declared', {}, 'en', ['language:language_detected']],
  ['declared as it is', { language: 'en-GB' }, 'en-GB', []],
  ['declared as another', { language: 'fr' }, 'fr', ['language:language_mismatch']],
  ['too short to tell', { body: 'Short.' }, null, []],
  [
    'a summary in another language',
    { language: 'en', summaries: [{ text: FRENCH }] },
    'en',
    ['summaries.0.language:language_detected'],
  ],
])('%s', async (_what, data, language, warnings) => {
  const settled = await withLanguages(draft(data));
  expect(settled.draft.article.language).toBe(language);
  expect(settled.warnings.map(({ path, code }) => `${path.join('.')}:${code}`)).toEqual(warnings);
});

test.each([
  ['two languages', ['fr', 'en'], []],
  ['one language twice', ['fr', 'en', 'fr'], ['summaries.2.language']],
  [
    'one language by two tags',
    ['zh-TW', 'fr', 'zh-Hant', 'fr-FR'],
    ['summaries.2.language', 'summaries.3.language'],
  ],
  ['two that cannot be told', [null, null], ['summaries.1.language']],
])('summaries in %s', (_what, languages, paths) => {
  const made = draft();
  made.summaries = languages.map((language) => ({ language, text: FRENCH }));
  expect(summaryFaults(made).map(({ path }) => path.join('.'))).toEqual(paths);
});

test('what is missing for publishing is named', async () => {
  const { draft: bare } = await withLanguages(draft({ body: 'Short.' }));
  expect(publishWarnings(bare).map(({ path }) => path.join('.'))).toEqual([
    'originalLink',
    'language',
    'body',
  ]);
  const ready = draft({
    body: ENGLISH.repeat(3),
    language: 'en',
    originalLink: 'https://a.example.com/',
  });
  expect(publishWarnings(ready)).toEqual([]);
});

test('a fingerprint tells drafts apart by what they say, not by the order of their parts', () => {
  const base = draft({
    summaries: [
      { language: 'fr', text: FRENCH },
      { language: 'de', text: GERMAN },
    ],
    topics: ['Ethics', 'Law'],
  });
  const turned = { ...base, summaries: [...base.summaries].reverse(), topics: ['Law', 'Ethics'] };
  expect(fingerprint(turned)).toBe(fingerprint(base));
  for (const other of [
    draft({ title: 'The plans' }),
    draft({ summaries: [{ language: 'fr', text: FRENCH }] }),
    draft({ topics: ['Ethics'] }),
    draft({ provenance: { runId: '7' } }),
    draft({ sourcePublishedAt: '2026-01-01T00:00:00Z' }),
  ]) {
    expect(fingerprint(other)).not.toBe(fingerprint(draft()));
  }
});

const came = draft();
const edited = draft({ title: 'Edited by a person' });
const newer = draft({ title: 'A newer generation' });
const mark = ingestedMark(came, came);
test.each([
  ['the same again', came, came, mark, false, 'unchanged'],
  ['the same again, forced', came, came, mark, true, 'unchanged'],
  ['a newer text', newer, came, mark, false, 'updated'],
  ['the same after a person edited', came, edited, mark, false, 'edited'],
  ['a newer text after a person edited', newer, edited, mark, false, 'edited'],
  ['a newer text after a person edited, forced', newer, edited, mark, true, 'updated'],
  ['an article that a person made', came, came, null, false, 'edited'],
  ['an article that a person made, forced', came, came, null, true, 'updated'],
] as const)('%s', (_what, incoming, present, left, force, expected) => {
  expect(decide(incoming, present, left, force)).toBe(expected);
});
