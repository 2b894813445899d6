import { languageKey } from './languages';

describe('languageKey', () => {
  test.each([
    // what                                   one             other          the same
    ['a script that the region says', 'zh-TW', 'zh-Hant-TW', true],
    ['a region that the script says', 'zh-Hant', 'zh-TW', true],
    ['the likely script', 'zh', 'zh-Hans', true],
    ['the likely region', 'fr', 'fr-FR', true],
    ['the likely region of a language of many', 'pt', 'pt-BR', true],
    ['likely script and region', 'sr', 'sr-Cyrl-RS', true],
    ['letters in another case', 'EN-gb', 'en-GB', true],
    ['a tag that was replaced', 'iw', 'he', true],
    ['a language that its macrolanguage stands for', 'cmn', 'zh', true],
    ['how dates are written', 'en-u-ca-buddhist', 'en', true],
    ['another region', 'fr', 'fr-CA', false],
    ['another region of the same script', 'zh-TW', 'zh-HK', false],
    ['another script', 'zh', 'zh-Hant', false],
    ['another script of the same region', 'sr-Latn', 'sr-Cyrl', false],
    ['another spelling', 'de', 'de-1901', false],
    ['private use', 'en', 'en-x-simple', false],
    ['private use that looks like an extension', 'en-x-a-u-bcd', 'en-x-a', false],
    ['a translation', 'en', 'en-t-it', false],
    ['another language of a macrolanguage', 'nb', 'no', false],
    ['not known and the likeliest of all', 'und', 'en', false],
    ['no tag and a tag', 'en_US', 'en-US', false],
    ['what is no tag, by its letters', ' En_us', 'en_US', true],
    ['nothing', '', 'en', false],
  ])('%s: %s and %s', (_what, one, other, same) => {
    expect(languageKey(one) === languageKey(other)).toBe(same);
  });
});
