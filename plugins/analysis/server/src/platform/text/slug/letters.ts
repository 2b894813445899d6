import slugify from 'slugify';
import { latinOfGreek } from './greek';

type Letters = Readonly<Record<string, string>>;

const lettersOf = (list: string): Letters =>
  Object.fromEntries(list.split(' ').map((pair) => pair.split('=') as [string, string]));

/** Russian (BGN/PCGN 1947, without its apostrophes), where no other language says otherwise. */
const RUSSIAN = lettersOf(
  'а=a б=b в=v г=g д=d е=e ё=yo ж=zh з=z и=i й=y к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f ' +
    'х=kh ц=ts ч=ch ш=sh щ=shch ъ= ы=y ь= э=e ю=yu я=ya і=i ї=yi є=ye ґ=g ў=u ј=j љ=lj њ=nj ' +
    'ђ=dj ћ=c џ=dz ѓ=gj ќ=kj ѕ=dz'
);

/** Serbian in the letters of its own Latin alphabet, without their marks. */
const SERBIAN = lettersOf('ж=z ч=c ћ=c ш=s х=h ц=c й=j');

const CYRILLIC: Readonly<Record<string, Letters>> = {
  // Cabinet of Ministers of Ukraine, resolution 55 of 2010; word beginnings are below.
  uk: lettersOf('г=h ґ=g и=y й=i ї=i є=ie ю=iu я=ia'),
  // Instruction of the Belarusian land committee, 2000 and 2007.
  be: lettersOf('г=h ў=u й=i х=kh є=ie ю=iu я=ia ё=io'),
  // Transliteration Act of Bulgaria, 2009.
  bg: lettersOf('щ=sht ъ=a ь=y х=h'),
  sr: SERBIAN,
  bs: SERBIAN,
  hr: SERBIAN,
  sh: SERBIAN,
  mk: lettersOf('ж=zh ч=ch ш=sh џ=dj х=h ц=c'),
};

const AT_BEGINNING: Readonly<Record<string, Letters>> = {
  uk: lettersOf('є=ye ї=yi й=y ю=yu я=ya'),
};

/** Whose letters another language's rules of slugify write. */
const LIKE: Readonly<Record<string, string>> = { no: 'nb', nn: 'nb', gsw: 'de', lb: 'de' };

/** Letters that slugify lacks, has from a look-alike, or writes as another language does. */
const OWN: Readonly<Record<string, Letters>> = {
  da: lettersOf('ö=oe ä=ae'),
  nb: lettersOf('ö=oe ä=ae'),
};

/** The letters of one word by a table, whatever their case; one that it lacks stays. */
const byTable = (word: string, table: Letters, first: Letters = {}): string =>
  [...word.toLowerCase()]
    .map((letter, at) => (at === 0 ? first[letter] : undefined) ?? table[letter] ?? letter)
    .join('');

/** One letter by slugify's tables; one that has no place there, without its marks. */
function bySlugify(letter: string, locale: string): string {
  const latin = (text: string): string => slugify(text, { strict: true, locale });
  return latin(letter) || latin(letter.normalize('NFD').replace(/\p{M}/gu, ''));
}

/**
 * A text in Latin letters by the rules of its language: letters of other scripts that are known,
 * and those of Latin that a language writes with two. What cannot be written so is left out.
 * @param language primary subtag of a BCP 47 tag, or null
 * @param text NFC; blanks, digits and ASCII stay as they are
 */
export function inLatin(text: string, language: string | null): string {
  const locale = LIKE[language ?? ''] ?? language ?? 'en';
  const cyrillic = { ...RUSSIAN, ...CYRILLIC[locale] };
  return text
    .replace(/[\p{Script=Greek}\u0308]+/gu, latinOfGreek)
    .replace(/\p{Script=Cyrillic}+/gu, (word) =>
      byTable(locale === 'uk' ? word.replace(/зг/gi, 'zgh') : word, cyrillic, AT_BEGINNING[locale])
    )
    .replace(/[^\0-\x7f]/gu, (letter) => {
      const own = OWN[locale]?.[letter.toLowerCase()];
      return own ?? bySlugify(letter, locale);
    });
}
