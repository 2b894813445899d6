import { linksIn } from '../links';
import type { Phase, Verdict } from '../types';
import type { TriagePolicy } from '../policy';
import { PASS, verdictsOf } from '../verdicts';

const { hold } = verdictsOf('structure');

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/** Zero-width and direction marks; where a script joins its letters with them they are spelling. */
const HIDDEN = /[\u200b-\u200f\u2060-\u2064\ufeff\u202a-\u202e\u2066-\u2069]/gu;
const NEEDS_JOINERS =
  /[\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Sinhala}]/u;
const EMOJI = /\p{Extended_Pictographic}/gu;
/** A line drawn between two parts of a text. */
const RULER = /([-=_*~.–—])\1{3,}/gu;
/** Scripts that put no blanks between words. */
const NO_BLANKS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}\p{Script=Myanmar}]/u;

/** The longest run of one letter, `!` or `?`. Rulers of dashes and dots are left alone. */
function longestRun(text: string): number {
  let longest = 0;
  let run = 0;
  let before = '';
  for (const character of text.toLowerCase()) {
    run = character === before ? run + 1 : 1;
    before = character;
    if (run > longest && /[\p{L}!?]/u.test(character)) longest = run;
  }
  return longest;
}

function look(text: string, settings: TriagePolicy['structure']): Verdict {
  const letters = count(text, /\p{L}/gu);
  const capitals = count(text, /\p{Lu}/gu);
  const cased = capitals + count(text, /\p{Ll}/gu);
  if (cased >= settings.capsFrom && capitals / cased > settings.capsShare) {
    return hold('all_caps', 'Written in capitals');
  }
  if (longestRun(text) > settings.maxRepeat) {
    return hold('repeated_characters', 'Repeats one character many times');
  }
  // Emoji are joined by hidden characters too; those do not count.
  const hidden = NEEDS_JOINERS.test(text)
    ? 0
    : count(text.replace(/\p{Extended_Pictographic}\ufe0f?\u200d/gu, ''), HIDDEN);
  if (hidden > settings.maxInvisible) {
    return hold('invisible_characters', `Holds ${hidden} invisible characters`, { count: hidden });
  }
  if (/\p{M}{5}/u.test(text.normalize('NFD'))) {
    return hold('stacked_marks', 'Stacks marks over its letters');
  }
  const emoji = count(text, EMOJI);
  if (emoji > settings.maxEmoji) return hold('emoji', `Holds ${emoji} emoji`, { count: emoji });
  const written = count(text.replace(RULER, ''), /\S/gu);
  if (written >= settings.lettersFrom && letters / written < settings.minLetterShare) {
    return hold('few_letters', 'Is made of other things than letters');
  }
  const word = text.split(/\s+/u).find((each) => each.length > settings.maxWordLength);
  return word !== undefined && !NO_BLANKS.test(word)
    ? hold('long_word', 'Holds a word too long to be one')
    : PASS;
}

/** Texts whose form alone is odd: shouting, keyboard mashing, hidden or piled-up characters. */
export const structure: Phase = {
  name: 'structure',
  run: ({ content }, { structure: settings }) => look(linksIn(content).rest, settings),
};
