import { PHASES } from '../run-phases';
import { triagePolicySchema } from '../policy';
import type { Signals, PhaseName, Verdict } from '../types';
import { UNKNOWN_GUEST } from '../anonymous-signals';

/** The phases that read the text. */
const ask = (name: PhaseName, signals: Partial<Signals>, settings: object = {}): string => {
  const policy = triagePolicySchema.parse({ [name]: settings });
  const phase = PHASES.find((each) => each.name === name);
  const verdict = phase?.run({ ...UNKNOWN_GUEST, ...signals }, policy) as Verdict;
  return verdict.outcome === 'pass' ? 'pass' : `${verdict.outcome}: ${verdict.reason.code}`;
};
const link = (n: number) => `https://site${n}.example/a`;
const many = (n: number) => Array.from({ length: n }, (_, at) => link(at)).join(' and also ');

test.each([
  ['a sentence', 'I see it otherwise.', 'pass'],
  ['shouting', 'THIS IS ALL WRONG AND EVERYBODY KNOWS THAT IT IS', 'hold: all_caps'],
  ['mashing', 'noooooooooooooo', 'hold: repeated_characters'],
  ['marks piled up', 'z\u0335\u0321\u0334\u0322\u0337\u0323a\u0300l go', 'hold: stacked_marks'],
  ['hidden characters', 'a\u200bb\u200bc\u200bd\u200be', 'hold: invisible_characters'],
  ['emoji', '🎉'.repeat(13), 'hold: emoji'],
  ['digits and signs', '1234 5678 9012 3456 7890 1234 5678 #### ab', 'hold: few_letters'],
  ['one long word', 'abcdefghij'.repeat(9), 'hold: long_word'],
  ['does not over-block one loud sentence', 'EXACTLY. THANK YOU.', 'pass'],
  ['does not over-block abbreviations', 'The EU, UK, USA and NATO agree on GDPR and CO2', 'pass'],
  ['does not over-block a sigh', 'Sooooo true!!!', 'pass'],
  ['does not over-block a ruler', `one\n${'-'.repeat(40)}\ntwo words of text here`, 'pass'],
  ['does not over-block a family of emoji', '👨‍👩‍👧‍👦👩‍🚀 well said', 'pass'],
  ['does not over-block Persian joiners', 'می‌خواهم می‌روم می‌کنم می‌شود', 'pass'],
  ['does not over-block a long link', `see https://example.com/${'a'.repeat(120)}`, 'pass'],
  ['does not over-block Chinese', '这是一个很长的句子'.repeat(10), 'pass'],
  ['does not over-block Vietnamese', 'Tiếng Việt có nhiều dấu thanh điệu', 'pass'],
])('structure: %s', (_what, content, expected) => {
  expect(ask('structure', { content })).toBe(expected);
});

test.each([
  ['none', 'I see it otherwise.', 'pass'],
  ['one, quoted', `The ruling says so: ${link(1)}`, 'pass'],
  ['two', `Compare these two reports: ${many(2)}`, 'pass'],
  ['three', `Compare these three reports: ${many(3)}`, 'hold: many'],
  ['six', `Look at all of these: ${many(6)}`, 'spam: too_many'],
  ['nothing else', link(1), 'spam: link_only'],
  ['hardly a word', `Source: ${link(1)}`, 'hold: hardly_a_word'],
  ['BBCode', `good pills here [url=${link(1)}]a[/url] [url=${link(2)}]b[/url]`, 'spam: markup'],
  ['one in HTML', `as in <a href="${link(1)}">the law</a> of the land`, 'hold: markup'],
  ['a shortener', 'more on this at https://bit.ly/3x for all', 'hold: shortener'],
])('links: %s', (_what, content, expected) => {
  expect(ask('links', { content })).toBe(expected);
});

test('links to trusted domains are not counted', () => {
  expect(ask('links', { content: link(1) }, { trustedDomains: ['site1.example'] })).toBe('pass');
});

const author = (over: object) => ({ author: { ...UNKNOWN_GUEST.author, ...over } });
test.each<[string, Partial<Signals>, string]>([
  ['a phrase of the list', { content: 'best online casino of all' }, 'spam: blocked'],
  ['an author who is one', author({ name: 'Online Casino Bonus' }), 'spam: blocked'],
  ['a website that is one', author({ url: 'https://online-casino.example' }), 'spam: blocked'],
  ['a harmless word in disguise', { content: 'our c@s1no' }, 'spam: disguised'],
  [
    "another language's words",
    { content: 'un marabout, argent facile', articleLanguage: 'fr' },
    'spam: blocked',
  ],
  ['does not over-block film talk', { content: 'Casino Royale is about risk' }, 'pass'],
  ['does not over-block the news', { content: 'Bitcoin miners use more power' }, 'pass'],
  ['does not over-block place names', { content: 'Scunthorpe, Essex, Sussex' }, 'pass'],
])('blocked words: %s', (_what, signals, expected) => {
  expect(ask('blockedWords', signals)).toBe(expected);
});

test.each<[string, Partial<Signals>, string]>([
  ['in English', { content: 'what a load of bullshit' }, 'hold: word'],
  ['in French', { content: 'quelle bande de cons', articleLanguage: 'fr' }, 'hold: word'],
  ['does not over-block pros and cons in English', { content: 'pros and cons' }, 'pass'],
  [
    'does not over-block cucumbers',
    { content: 'un concombre, un conseil', articleLanguage: 'fr' },
    'pass',
  ],
  [
    'goes by what is written, not by the article',
    { content: 'pros and cons', detectedLanguage: 'en', articleLanguage: 'fr' },
    'pass',
  ],
])('hold words: %s', (_what, signals, expected) => {
  expect(ask('holdWords', signals)).toBe(expected);
});

const words = { words: { '*': ['whatsapp', 'cheap', 'order now'] } };
test.each<[string, Partial<Signals>, string]>([
  ['one word', { content: 'cheap panels are not the point' }, 'pass'],
  ['two words', { content: 'cheap, order now' }, 'hold: advertisement'],
  ['three', { content: 'cheap, order now by WhatsApp' }, 'spam: advertisement'],
  ['a word and a number', { content: 'WhatsApp +44 7700 900123' }, 'spam: advertisement'],
  ['a word, a link and a price', { content: `cheap: $9 ${link(1)}` }, 'spam: advertisement'],
  ['only an address', { content: 'write to office@example.org' }, 'hold: advertisement'],
  ['a call to ring', { content: 'Call our desk at 1-844-555-0161' }, 'spam: advertisement'],
  [
    'does not over-block prices, links and websites',
    { content: `It cost €58 million, see ${link(1)}`, ...author({ url: link(2) }) },
    'pass',
  ],
  [
    'allows a long comment more',
    { content: `cheap ${'and then some more of it '.repeat(30)} order now` },
    'pass',
  ],
  ['does not over-block years and sums', { content: 'from 2019 2020 2021: 12 345 678' }, 'pass'],
])('solicitation: %s', (_what, signals, expected) => {
  expect(ask('solicitation', signals, words)).toBe(expected);
});
