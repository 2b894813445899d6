/** "And" in languages whose readers would stumble over "and"; by primary subtag. */
const AND: Readonly<Record<string, string>> = {
  ...{ de: 'und', fr: 'et', es: 'y', it: 'e', pt: 'e', nl: 'en', da: 'og', nb: 'og', nn: 'og' },
  ...{ no: 'og', sv: 'och', fi: 'ja', et: 'ja', is: 'og', fo: 'og', ca: 'i', gl: 'e', eu: 'eta' },
  ...{ ro: 'si', pl: 'i', cs: 'a', sk: 'a', sl: 'in', hr: 'i', bs: 'i', sr: 'i', mk: 'i', bg: 'i' },
  ...{ ru: 'i', uk: 'i', be: 'i', hu: 'es', lt: 'ir', lv: 'un', el: 'kai', tr: 've', az: 've' },
  ...{ sq: 'dhe', af: 'en', cy: 'a', ga: 'agus', mt: 'u', id: 'dan', ms: 'dan', vi: 'va' },
  ...{ eo: 'kaj', la: 'et', lb: 'an', gsw: 'und', sw: 'na', tl: 'at', fil: 'at' },
};

const PERCENT: Readonly<Record<string, string>> = {
  ...{ de: 'prozent', fr: 'pour cent', es: 'por ciento', it: 'per cento', pt: 'por cento' },
  ...{ nl: 'procent', da: 'procent', sv: 'procent', nb: 'prosent', nn: 'prosent', no: 'prosent' },
  ...{ pl: 'procent', cs: 'procent', sk: 'percent', hr: 'posto', ro: 'la suta', fi: 'prosenttia' },
  ...{
    et: 'protsenti',
    hu: 'szazalek',
    ru: 'protsentov',
    uk: 'vidsotkiv',
    tr: 'yuzde',
    ca: 'per cent',
  },
};

const INFINITY: Readonly<Record<string, string>> = {
  ...{ de: 'unendlich', fr: 'infini', es: 'infinito', it: 'infinito', pt: 'infinito' },
  ...{ nl: 'oneindig', da: 'uendelig', sv: 'oandlig', nb: 'uendelig', nn: 'uendeleg' },
};

/** Signs of money by the name that most languages share. */
const MONEY: Readonly<Record<string, string>> = {
  ...{
    $: 'dollar',
    '€': 'euro',
    '£': 'pound',
    '¥': 'yen',
    '₹': 'rupee',
    '₽': 'ruble',
    '₿': 'bitcoin',
  },
  ...{
    '₺': 'lira',
    '₩': 'won',
    '₴': 'hryvnia',
    '₪': 'shekel',
    '₫': 'dong',
    '₦': 'naira',
    '₱': 'peso',
  },
};

/** Marks that say nothing of what is read, and would run into the word before them. */
const MARKS = /[™®©℠℗]/gu;
/** Apostrophes, and what stands for one, belong to their word: `L’été`, `п'ять`. */
const APOSTROPHES = /['’‘‛ʼʹʻ`´＇]/gu;

/**
 * A title's signs as words of its language or as blanks between words: whatever is neither letter
 * nor digit separates, but for apostrophes and the dots of abbreviations (`U.S.`).
 * @param language primary subtag of a BCP 47 tag, or null
 */
export function signsAsWords(title: string, language: string | null): string {
  const word = (words: Readonly<Record<string, string>>, english: string): string =>
    ` ${words[language ?? ''] ?? english} `;
  return title
    .replace(MARKS, '')
    .normalize('NFKC')
    .replace(/(?<=l)·(?=l)/giu, '')
    .replace(APOSTROPHES, '')
    .replace(/&/g, word(AND, 'and'))
    .replace(/[%٪]/g, word(PERCENT, 'percent'))
    .replace(/∞/g, word(INFINITY, 'infinity'))
    .replace(/\p{Sc}/gu, (sign) => ` ${MONEY[sign] ?? ''} `)
    .replace(/(?<=\p{L})\.(?=\p{L}|\s|$)/gu, '')
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ');
}
