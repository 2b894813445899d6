import { withoutInvisible } from '../../../../shared/text';

/** Characters that stand two by two, as pairs. */
const pairsOf = (text: string): [string, string][] =>
  [...text.matchAll(/(.)(.)/gu)].map(([, from = '', to = '']) => [from, to]);

/**
 * Letters that look like Latin ones: the pairs of Unicode's confusables (UTS 39) that spam uses,
 * from Cyrillic, Greek and the Latin letters that decomposition leaves alone. Lower case only.
 */
const LOOK_ALIKES: ReadonlyMap<string, string> = new Map(
  [
    'аaвbсcԁdеeєeһhнhіiїiјjкkӏlмmпnоoрpԛqгrѕsтtцuѵvԝwхxуyүy',
    'αaβbεeηnιiκkνvοoρpτtυuχxγyωw',
    'ıiɑaɡgʟlɴnʀrɪiᴀaᴄcᴅdᴇeɢgʜhᴊjᴋkᴍmᴏoᴘpᴛtᴜuᴠvᴡwʏyᴢzøołlđd',
  ].flatMap(pairsOf)
);

/** Characters that stand for a letter by their shape; `1` and `!` read as i as well as l. */
const LEET: ReadonlyMap<string, string> = new Map(pairsOf('0o1i!i|i2z3e4a5s6g7t8b9g@a$s€e¢c£e'));

/** Most words are of these alone, which have one form and no look-alikes. */
const ASCII = /^[\0-\x7f]*$/;
const LEET_SIGN = new RegExp(`[${[...LEET.keys()].join('')}]`);

const OTHER_SCRIPTS = /[\p{Script=Cyrillic}\p{Script=Greek}]/u;

/** One form for all ways to write a letter: compatibility forms, case, accents, ligatures. */
export const fold = (text: string): string =>
  ASCII.test(text)
    ? text.toLowerCase()
    : withoutInvisible(text)
        .normalize('NFKC')
        .toLowerCase()
        .normalize('NFD')
        .replace(/\p{M}/gu, '')
        .replace(/ß/g, 'ss')
        .replace(/œ/g, 'oe')
        .replace(/æ/g, 'ae');

/**
 * Whether a text is written in Latin letters. In one that is not, a word wholly of Cyrillic or
 * Greek letters is just a word, and reading it as Latin would find what nobody wrote.
 */
export function isMostlyLatin(text: string): boolean {
  if (ASCII.test(text)) return true;
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  const other = text.match(/[\p{Script=Cyrillic}\p{Script=Greek}]/gu)?.length ?? 0;
  return latin >= other;
}

/**
 * Reads look-alikes as Latin: in a folded word that mixes scripts, and in a Latin text also in one
 * that is made of look-alikes alone. Other words are in their own language.
 */
export function latinised(word: string, inLatinText: boolean): string {
  if (ASCII.test(word)) return word;
  const mixed = /\p{Script=Latin}/u.test(word);
  if (!mixed && !inLatinText) return word;
  const read = [...word].map((letter) => LOOK_ALIKES.get(letter) ?? letter).join('');
  return mixed || !OTHER_SCRIPTS.test(read) ? read : word;
}

/** Reads digits and signs as letters, and l as i, which `1` may both stand for. */
export const unleet = (word: string): string =>
  (LEET_SIGN.test(word)
    ? [...word].map((letter) => LEET.get(letter) ?? letter).join('')
    : word
  ).replaceAll('l', 'i');

/** One letter for a run of the same. */
export const collapsed = (word: string): string => word.replace(/(.)\1+/gu, '$1');

/** Signs, other than digits, that stand for letters inside a word. */
export const isLeetSign = (character: string): boolean =>
  LEET.has(character) && !/\p{N}/u.test(character);
