import { cutAtWord, firstFreeSlug, isFromTitle, isSlug, numberedSlug, slugFromTitle } from './slug';

describe('slugFromTitle', () => {
  test.each([
    // what                       title                              language  slug
    ['plain words', 'Harbour Opens New Berth', 'en', 'harbour-opens-new-berth'],
    ['French accents', 'L’été à Nîmes : un bilan', 'fr', 'lete-a-nimes-un-bilan'],
    ['German umlauts', 'Größe zählt', 'de', 'groesse-zaehlt'],
    ['umlauts elsewhere', 'Größe', 'en', 'grosse'],
    ['Cyrillic', 'Новости дня', 'bg', 'novosti-dnya'],
    ['punctuation only between words', 'A -- B // C', 'en', 'a-b-c'],
    ['nothing to transliterate', '你好世界', 'zh', ''],
    ['a regional tag', 'Größe', 'de-AT', 'groesse'],
    ['no language', 'Hello', null, 'hello'],

    ['an em dash', 'Tide—and ebb', 'en', 'tide-and-ebb'],
    ['an en dash', 'Lisbon–Porto', 'en', 'lisbon-porto'],
    ['a slash', 'and/or', 'en', 'and-or'],
    ['a hyphen that does not break', 'Tide\u2011mill', 'en', 'tide-mill'],
    ['a minus', '5−3', 'en', '5-3'],
    ['dots and commas between figures', 'From 3.5 to 1,200', 'en', 'from-3-5-to-1-200'],
    ['a version', 'v2.0.1 is out', 'en', 'v2-0-1-is-out'],
    ['an abbreviation', 'U.S. vs. U.K.', 'en', 'us-vs-uk'],
    ['a middle dot', 'port·ferry', 'en', 'port-ferry'],
    ['a Catalan one', 'Col·lecció', 'ca', 'colleccio'],
    ['an underscore', 'a_b', 'en', 'a-b'],
    ['blanks of all kinds', 'a\u00a0b\u2009c\u3000d\u202fe', 'en', 'a-b-c-d-e'],
    ['colons, brackets, quotes', '“Tide”(s):ebb;flow', 'en', 'tide-s-ebb-flow'],
    ['a plus and an at', 'Ferry+Rail @night', 'en', 'ferry-rail-night'],
    ['an emoji', 'Ebb🌊flow', 'en', 'ebb-flow'],
    ['apostrophes of all kinds', "It's the boats’ turn", 'en', 'its-the-boats-turn'],
    ['full-width letters', 'ＡＢＣ１２', 'ja', 'abc12'],

    ['tags', '<b>Tide</b> <i>mill</i>', 'en', 'tide-mill'],
    ['tags inside a word', 'H<sub>2</sub>O', 'en', 'h2o'],
    ['tags between words', 'One<br/>two</p><p>three', 'en', 'one-two-three'],
    ['tags with attributes', '<a href="https://x.example/?a=1">Tide</a>', 'en', 'tide'],
    [
      'entities',
      'Tide &amp; ebb &lt;now&gt; caf&eacute;&#8212;bar',
      'en',
      'tide-and-ebb-now-cafe-bar',
    ],
    ['a sign that is no tag', '1 < 2 > 0', 'en', '1-2-0'],
    ['a comment', 'Tide<!-- x -->', 'en', 'tide'],

    ['AT&T in English', 'AT&T', 'en', 'at-and-t'],
    ['AT&T in French', 'AT&T', 'fr', 'at-et-t'],
    ['AT&T in German', 'AT&T', 'de-CH', 'at-und-t'],
    ['AT&T in Spanish', 'AT&T', 'es', 'at-y-t'],
    ['AT&T in Norwegian', 'AT&T', 'no', 'at-og-t'],
    ['AT&T in Polish', 'AT&T', 'pl', 'at-i-t'],
    ['AT&amp;T', 'AT&amp;T', 'en', 'at-and-t'],
    ['percent', '5% up', 'en', '5-percent-up'],
    ['percent in French', '5 % de plus', 'fr', '5-pour-cent-de-plus'],
    ['money', '$5bn or 5 €', 'en', 'dollar-5bn-or-5-euro'],
    ['infinity', 'To ∞', 'de', 'to-unendlich'],
    ['a bar', 'Tide | Ebb', 'en', 'tide-ebb'],
    ['a trade mark', 'Tide™ and Ebb®', 'en', 'tide-and-ebb'],

    ['theta', 'Θάλασσα', 'el', 'thalassa'],
    ['Greek letters', 'Ξένη ψυχή χωρίς ήλιο', 'el', 'xeni-psychi-choris-ilio'],
    ['Greek pairs', 'Ο ουρανός, η αγγελία', 'el', 'o-ouranos-i-angelia'],
    ['Greek consonants of upsilon', 'Αυγό, αυτό, Ευρώπη, εύκολο', 'el', 'avgo-afto-evropi-efkolo'],
    ['Greek vowels apart', 'Προϋπολογισμός', 'el', 'proypologismos'],
    ['a Greek beginning', 'Μπάλα', 'el', 'bala'],
    ['Greek in an English title', 'The θ wave', 'en', 'the-th-wave'],
    ['Danish', 'Ærø, Øst, Århus', 'da', 'aeroe-oest-aarhus'],
    ['Norwegian', 'Ærlig på Røst', 'no', 'aerlig-paa-roest'],
    ['Swedish', 'Ångström', 'sv', 'aangstroem'],
    ['Finnish', 'Hyvää yötä', 'fi', 'hyvaa-yota'],
    ['Turkish', 'Işık ve İğne şöyle', 'tr', 'isik-ve-igne-soyle'],
    ['Icelandic', 'Þjóð og ráð', 'is', 'thjod-og-rad'],
    ['Polish', 'Zażółć gęślą jaźń', 'pl', 'zazolc-gesla-jazn'],
    ['Romanian', 'Țară și școală', 'ro', 'tara-si-scoala'],
    ['Vietnamese', 'Đường phố Hà Nội', 'vi', 'duong-pho-ha-noi'],
    ['Esperanto', 'Ĉiuĵaŭde', 'eo', 'ciujaude'],
    ['letters with marks of scholars', 'Ḥamāṭ ǧabal', 'en', 'hamat-gabal'],
    ['Russian', 'Щука и объезд Юрия', 'ru', 'shchuka-i-obezd-yuriya'],
    ['Ukrainian', 'Київ, Єва, знає, Згурський', 'uk', 'kyiv-yeva-znaie-zghurskyi'],
    ['Ukrainian apostrophes', "П'ять із п’яти", 'uk', 'piat-iz-piaty'],
    ['Belarusian', 'Гродна і Быхаў', 'be', 'hrodna-i-bykhau'],
    ['Serbian', 'Жика и ђак, Џеп, Љиља', 'sr', 'zika-i-djak-dzep-ljilja'],
    ['Serbian in Latin', 'Žika i đak', 'sr-Latn', 'zika-i-djak'],
    ['Macedonian', 'Ѓорѓи и ќе', 'mk', 'gjorgji-i-kje'],
    ['Bulgarian', 'Къща и щъркел', 'bg', 'kashta-i-shtarkel'],
    ['a script that is not known', 'हिन्दी 2026', 'hi', '2026'],
  ])('%s', (_what, title, language, slug) => {
    expect(slugFromTitle(title, language)).toBe(slug);
  });

  test('is cut at a word, to 80 characters', () => {
    const slug = slugFromTitle('wonderful '.repeat(20), 'en');
    expect(slug.length).toBeLessThanOrEqual(80);
    expect(slug.endsWith('wonderful')).toBe(true);
    expect(isSlug(slug)).toBe(true);
  });
});

test.each([
  ['a-b-c', 80, 'a-b-c'],
  ['alpha-beta-gamma', 10, 'alpha-beta'],
  ['alpha-beta-gamma', 9, 'alpha'],
  ['alphabet', 5, 'alpha'],
])('cutAtWord(%s, %d) is %s', (slug, max, expected) => {
  expect(cutAtWord(slug, max)).toBe(expected);
});

test.each([
  ['a', true],
  ['a-1', true],
  ['A', false],
  ['a--b', false],
  ['-a', false],
  ['a/b', false],
  ['', false],
  ['a'.repeat(81), false],
])('isSlug(%s) is %s', (value, expected) => {
  expect(isSlug(value)).toBe(expected);
});

describe('numbers', () => {
  test('the first free one is taken', () => {
    expect(firstFreeSlug('news', new Set())).toBe('news');
    expect(firstFreeSlug('news', new Set(['news', 'news-2']))).toBe('news-3');
  });

  test('stay within the limit', () => {
    expect(numberedSlug('a'.repeat(80), 12)).toHaveLength(80);
  });

  test.each([
    ['the title', 'big-news', true],
    ['the title and a number', 'big-news-7', true],
    ['another', 'small-news', false],
    ['the title and a word', 'big-news-now', false],
  ])('isFromTitle knows %s', (_what, slug, expected) => {
    expect(isFromTitle(slug, 'Big News', 'en')).toBe(expected);
  });

  test.each([
    ['of now', '3-5-percent-for-at-and-t', true],
    ['of an earlier version', '35percent-for-atandt', true],
    ['of an earlier version with a number', '35percent-for-atandt-2', true],
    ['of neither', '35-for-att', false],
  ])('isFromTitle knows slugs %s', (_what, slug, expected) => {
    expect(isFromTitle(slug, '3.5% for AT&T', 'en')).toBe(expected);
  });
});
