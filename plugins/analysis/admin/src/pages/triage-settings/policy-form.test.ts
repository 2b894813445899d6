import { describe, expect, test } from '@jest/globals';
import { defaultPolicy } from '../../../../server/src/discussion/triage/policy';
import {
  cleanPolicy,
  faultText,
  languageCode,
  languagesOf,
  linesOf,
  samePolicy,
  settingAt,
  textOf,
  withoutFaults,
  withSetting,
  type Policy,
} from './policy-form';
import { faultsOf } from '../../lib/refusals';

const policy: Policy = defaultPolicy();
const DOMAINS = ['links', 'trustedDomains'];
const WORDS = ['holdWords', 'words', 'de'];

describe('settings by path', () => {
  test.each([
    ['a number', ['links', 'holdOver'], 2],
    ['a list of a language that is not there', WORDS, null],
    ['a setting that is not there', ['links', 'nonsense'], null],
    ['what every object has', ['links', 'constructor'], null],
  ])('reads %s', (_name, path, value) => {
    expect(settingAt(policy, path)).toEqual(value);
  });

  test('writes a copy and shares what it did not change', () => {
    const next = withSetting(policy, WORDS, ['Mist']);
    expect(settingAt(next, WORDS)).toEqual(['Mist']);
    expect(settingAt(policy, WORDS)).toBeNull();
    expect(next.links).toBe(policy.links);
    expect(settingAt(next, ['holdWords', 'words', 'fr'])).toBe(
      settingAt(policy, ['holdWords', 'words', 'fr'])
    );
  });
});

describe('lists', () => {
  test.each([[''], ['a'], ['a\nb'], ['a\n\n'], ['\n a ']])('%j stays as it was typed', (text) => {
    expect(textOf(linesOf(text))).toBe(text);
  });

  test('are sent trimmed, each entry once, without blank lines', () => {
    const typed = withSetting(policy, DOMAINS, linesOf(' a.example \n\nb.example\na.example\n'));
    expect(settingAt(cleanPolicy(typed), DOMAINS)).toEqual(['a.example', 'b.example']);
  });

  test('are offered for every language first', () => {
    expect(languagesOf({ de: [], fr: ['x'] })).toEqual(['*', 'de', 'en', 'fr']);
  });

  test.each([
    ['de', 'de'],
    [' DE ', 'de'],
    ['tlh', 'tlh'],
    ['d', null],
    ['German', null],
    ['*', null],
    ['', null],
  ])('%j as a language is %j', (typed, code) => {
    expect(languageCode(typed)).toBe(code);
  });
});

describe('comparing', () => {
  test.each<[string, Policy, boolean]>([
    ['itself', policy, true],
    ['another number', withSetting(policy, ['links', 'holdOver'], 3), false],
    ['a number that was emptied', withSetting(policy, ['links', 'holdOver'], null), false],
    ['a switch', withSetting(policy, ['trust', 'enabled'], false), false],
    ['a blank line more', withSetting(policy, DOMAINS, ['']), true],
    ['an entry more', withSetting(policy, DOMAINS, ['a.example']), false],
    ['an empty language more', withSetting(policy, WORDS, [' ']), true],
    ['a word more', withSetting(policy, WORDS, ['Mist']), false],
  ])('%s', (_name, other, same) => {
    expect(samePolicy(policy, other)).toBe(same);
  });

  test('does not depend on the order of languages', () => {
    const one = withSetting(policy, ['holdWords', 'words'], { de: ['a'], '*': ['b'] });
    const other = withSetting(policy, ['holdWords', 'words'], { '*': ['b'], de: ['a'] });
    expect(samePolicy(one, other)).toBe(true);
  });
});

describe('faults', () => {
  const faults = [
    { path: ['banned', 'blockedNetworks', 1], message: 'is no network' },
    { path: ['links', 'holdOver'], message: 'is too big' },
  ];
  const refusal = (errors: unknown) => ({ response: { data: { error: { details: { errors } } } } });

  test.each([
    ['a refusal', refusal(faults), faults],
    ['a refusal without fields', refusal(undefined), []],
    ['a broken connection', new TypeError('Failed to fetch'), []],
    ['nothing', null, []],
  ])('of %s', (_name, error, found) => {
    expect(faultsOf(error)).toEqual(found);
  });

  test('are said at their field', () => {
    expect(faultText(faults, ['links', 'holdOver'], 101)).toBe('is too big');
    expect(faultText(faults, ['links', 'spamOver'], 5)).toBeUndefined();
  });

  test('name the entry as it was sent, past blank lines', () => {
    const lines = ['192.0.2.1', '', 'all of them'];
    expect(faultText(faults, ['banned', 'blockedNetworks'], lines)).toBe(
      '“all of them”: is no network'
    );
  });

  test('go when their field changes', () => {
    expect(withoutFaults(faults, ['banned', 'blockedNetworks'])).toEqual([faults[1]]);
  });
});
