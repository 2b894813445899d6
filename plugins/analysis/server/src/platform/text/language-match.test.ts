import { nearest } from './language-match';

test.each([
  // what                                  ranges               tags                        chosen
  ['the very tag', 'en-US', 'en en-US', 'en-US'],
  ['letters in another case', 'FR', 'en fr', 'fr'],
  ['the language of a region', 'fr-CH', 'en fr', 'fr'],
  ['a region of the language', 'fr', 'en fr-CA', 'fr-CA'],
  ['the likely region before another', 'fr-CH', 'fr-CA fr-FR', 'fr-FR'],
  ['the second choice', 'de fr', 'en fr', 'fr'],
  ['a kin of the first choice before the second', 'de-AT fr', 'fr de', 'de'],
  ['none', 'es', 'en fr', null],
  ['any, which is no language', '*', 'en', null],
  ['nothing asked for', '', 'en', null],
  ['nothing offered', 'en', '', null],

  ['Taiwan reads traditional characters', 'zh-TW', 'zh-Hans zh-Hant', 'zh-Hant'],
  ['... which the bare language are not', 'zh-TW', 'zh zh-Hant', 'zh-Hant'],
  ['Hong Kong, too', 'zh-HK', 'zh zh-TW', 'zh-TW'],
  ['Macau is nearer to Hong Kong', 'zh-MO', 'zh-TW zh-HK', 'zh-HK'],
  ['China reads simplified ones', 'zh-CN', 'zh-Hant zh-Hans', 'zh-Hans'],
  ['so does Singapore', 'zh-SG', 'zh-TW zh-CN', 'zh-CN'],
  ['the bare language', 'zh', 'zh-TW zh-Hans-SG', 'zh-Hans-SG'],
  ['the other characters before another language', 'zh-TW en', 'en zh-Hans', 'zh-Hans'],
  ['traditional as a script', 'zh-Hant', 'zh-CN zh-HK', 'zh-HK'],

  ['Mandarin is Chinese', 'cmn', 'en zh', 'zh'],
  ['Mandarin, traditional', 'cmn-Hant', 'zh zh-TW', 'zh-TW'],
  ['Cantonese is written traditionally', 'yue', 'zh-Hans zh-Hant', 'zh-Hant'],
  ['Cantonese, old tag', 'zh-yue', 'en zh', 'zh'],
  ['Cantonese for a reader of Chinese', 'zh-HK', 'en yue', 'yue'],
  ['an extended tag that is no more', 'zh-min-nan', 'en zh', 'zh'],
  ['Standard Arabic', 'arb', 'en ar', 'ar'],
  ['Egyptian Arabic', 'arz', 'en ar', 'ar'],
  ['Arabic, where there is only Egyptian', 'ar', 'en arz', 'arz'],
  ['Morocco reads as Tunisia does', 'ar-MA', 'ar ar-TN', 'ar-TN'],
  ['Bokmål is Norwegian', 'nb', 'en no', 'no'],
  ['Nynorsk is Norwegian', 'nn', 'en no', 'no'],
  ['Norwegian is Bokmål before Nynorsk', 'no', 'nn nb', 'nb'],
  ['Bokmål reads Nynorsk', 'nb', 'en nn', 'nn'],
  ['... but Norwegian rather', 'nb', 'nn no', 'no'],
  ['Danish reads Norwegian', 'da', 'en nb', 'nb'],
  ['Tagalog is Filipino', 'tl', 'en fil', 'fil'],
  ['Filipino is Tagalog', 'fil-PH', 'en tl', 'tl'],
  ['Indonesian is Malay', 'id', 'en ms', 'ms'],
  ['Malay is Indonesian', 'ms', 'en id', 'id'],
  ['Hebrew by its old tag', 'iw', 'en he', 'he'],
  ['Swiss German reads German', 'gsw', 'fr de', 'de'],
  ['German does not read Swiss German', 'de', 'fr gsw', null],
  ['Dutch is not German', 'nl', 'de', null],

  ['Serbian is Cyrillic', 'sr', 'sr-Latn sr-Cyrl', 'sr-Cyrl'],
  ['Serbian in Latin', 'sr-Latn', 'sr sr-Latn', 'sr-Latn'],
  ['Montenegro writes Latin', 'sr-ME', 'sr sr-Latn', 'sr-Latn'],
  ['Serbo-Croatian is Serbian in Latin', 'sh', 'sr sr-Latn', 'sr-Latn'],
  ['either script before another language', 'sr-Latn en', 'en sr', 'sr'],
  ['Croatian for Bosnian', 'bs', 'en hr', 'hr'],
  ['a script that is not read, after all else', 'az-Arab en', 'az-Latn en', 'en'],
  ['... but before none', 'az-Arab', 'en az-Latn', 'az-Latn'],

  ['Australia spells as Britain', 'en-AU', 'en en-GB', 'en-GB'],
  ['Canada spells as the United States', 'en-CA', 'en-GB en-US', 'en-US'],
  ['Mexico speaks as Latin America', 'es-MX', 'es es-419', 'es-419'],
  ['Mexico is nearer to Argentina', 'es-MX', 'es es-AR', 'es-AR'],
  ['Angola writes as Portugal', 'pt-AO', 'pt pt-PT', 'pt-PT'],
  ['Portuguese is of Brazil', 'pt', 'pt-PT pt-BR', 'pt-BR'],

  ['the spelling asked for', 'de-1996', 'de-1901 de', 'de'],
  ['the nearest of variants', 'sl-rozaj-biske', 'sl sl-rozaj', 'sl-rozaj'],
  ['without private use', 'zh-Hant-CN-x-private1-private2', 'zh zh-Hant', 'zh-Hant'],
  ['plain before easy', 'en-GB', 'en-x-simple en', 'en'],
  ['easy for who asks so', 'en-x-simple', 'en en-x-simple', 'en-x-simple'],
  ['dates written another way', 'en-GB-u-hc-h12', 'en en-GB', 'en-GB'],
  ['a language not known is not English', 'und', 'en', null],
])('%s: %s of %s', (_what, ranges, tags, chosen) => {
  const split = (list: string): string[] => list.split(' ').filter((each) => each !== '');
  expect(split(tags)[nearest(split(ranges), split(tags))] ?? null).toBe(chosen);
});

test('what no one could mean is passed over', () => {
  expect(nearest(['-', '', 'e', 'x-', '123', '%%', 'fr'], ['', 'no tag', 'fr'])).toBe(2);
});
