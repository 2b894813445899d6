import { defined } from '../../../../../shared/defined';

/** Two letters that are one sound, before the single ones (ELOT 743, ISO 843 type 2). */
const PAIRS: Readonly<Record<string, string>> = {
  ...{ ου: 'ou', γγ: 'ng', γξ: 'nx', γχ: 'nch', γκ: 'gk', μπ: 'mp', ντ: 'nt', τζ: 'tz' },
};

const LETTERS: Readonly<Record<string, string>> = {
  ...{ α: 'a', β: 'v', γ: 'g', δ: 'd', ε: 'e', ζ: 'z', η: 'i', θ: 'th', ι: 'i', κ: 'k', λ: 'l' },
  ...{ μ: 'm', ν: 'n', ξ: 'x', ο: 'o', π: 'p', ρ: 'r', σ: 's', ς: 's', τ: 't', υ: 'y', φ: 'f' },
  ...{ χ: 'ch', ψ: 'ps', ω: 'o' },
};

/** Vowels after which υ is a consonant, and the letters before which that one has no voice. */
const BEFORE_UPSILON: Readonly<Record<string, string>> = { α: 'a', ε: 'e', η: 'i' };
const VOICELESS = new Set('θκξπσςτφχψ');

/** Diaeresis keeps two vowels apart: ϋ in `αϋ` is no consonant. */
const bare = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/([\p{Script=Greek}])[\u0300\u0301\u0304\u0306\u0313\u0314\u0342\u0345]+/gu, '$1');

/** Greek in Latin letters, in lower case, as Greek passports and road signs write it. */
export function latinOfGreek(word: string): string {
  const letters = [...bare(word.toLowerCase())];
  let latin = '';
  for (let at = 0; at < letters.length; at += 1) {
    const letter = defined(letters[at]);
    const next = letters[at + 1] ?? '';
    const vowel = BEFORE_UPSILON[letter];
    const after = letters[at + 2] ?? '';
    if (vowel !== undefined && next === 'υ' && after !== '\u0308') {
      latin += vowel + (after === '' || VOICELESS.has(after) ? 'f' : 'v');
      at += 1;
    } else if (letter === 'μ' && next === 'π' && (at === 0 || after === '')) {
      latin += 'b';
      at += 1;
    } else if (letter + next in PAIRS && after !== '\u0308') {
      latin += PAIRS[letter + next];
      at += 1;
    } else {
      latin += LETTERS[letter] ?? (letter === '\u0308' ? '' : letter);
    }
  }
  return latin;
}
