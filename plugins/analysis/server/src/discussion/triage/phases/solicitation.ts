import { linksIn } from '../links';
import { hitsIn } from '../token-cache';
import type { Signals, Phase } from '../types';
import { PASS, verdictsOf } from '../verdicts';

const { hold, spam } = verdictsOf('solicitation');

/** As many signs as a reason names. */
const MAX_NAMED = 6;
/** An invitation to ring says as much as a suspect word and a number. */
const CALL_WEIGHT = 3;
/** How far before a number an invitation to ring it is looked for. */
const BEFORE_NUMBER = 80;

/** International numbers, or ten digits in the groups in which they are dialled. */
const PHONE =
  /(?:\+|\b00)\d(?:[\s().-]{0,3}\d){7,13}|\b[01](?:[\s().-]{0,3}\d){9,10}\b|\(\d{3}\)[\s.-]?\d{3}[\s.-]?\d{4}/u;
/** An invitation to ring that number, with what may stand between: `call the desk at`. */
const CALL =
  /\b(?:call|dial|ring|phone|text|whatsapp|appelez|t[ée]l[ée]phonez|joignez)\b[^.!?\n]{0,60}$/iu;
/** Bounded, as an unbounded name before the @ would be tried from each of its letters. */
const EMAIL = /[\w.+-]{1,64}@[\w-]{1,63}\.\w{2,}/u;
const HANDLE = /(?:^|\s)@\w{4,32}/u;
const PRICE =
  /[$€£]\s?\d|\d\s?(?:[$€£]|(?:usd|eur|gbp|dollars?|euros?|pounds?)\b)|\b\d{1,3}\s?%\s(?:off|de r[ée]duction|discount)/iu;

/** The weight of a way to get in touch; most where readers are asked to ring. */
function contactWeight(content: string): number {
  const number = PHONE.exec(content);
  if (number === null) return EMAIL.test(content) ? 2 : 0;
  const before = content.slice(Math.max(0, number.index - BEFORE_NUMBER), number.index);
  return CALL.test(before) ? CALL_WEIGHT : 2;
}

/** Signs that are no words, with their weight. */
const signs = ({ content, author }: Signals, contact: number): [string, number][] => [
  ['link', linksIn(content).hosts.length > 0 ? 1 : 0],
  ['contact', contact],
  ['handle', HANDLE.test(content) ? 1 : 0],
  ['price', PRICE.test(content) ? 1 : 0],
  ['website', author.url === null ? 0 : 1],
];

/**
 * Advertisements that use no forbidden word: several weak signs in one comment. One of them has to
 * be a suspect word or a way to get in touch: people quote prices, link, and have websites.
 */
export const solicitation: Phase = {
  name: 'solicitation',
  run(signals, { solicitation: { words, holdFrom, spamFrom, perCharacters } }) {
    const found = [...new Set(hitsIn(signals, words).map(({ entry }) => entry))];
    const contact = contactWeight(signals.content);
    if (found.length === 0 && contact === 0) return PASS;
    const other = signs(signals, contact).filter(([, weight]) => weight > 0);
    const points = other.reduce((sum, [, weight]) => sum + weight, found.length);
    const allowance = Math.floor(signals.content.length / perCharacters);
    if (points < holdFrom + allowance) return PASS;
    const meant = found.length > 0 || contact === CALL_WEIGHT;
    const say = meant && points >= spamFrom + allowance ? spam : hold;
    const named = [...found, ...other.map(([name]) => name)].slice(0, MAX_NAMED).join(', ');
    return say('advertisement', `Reads like an advertisement: ${named}`, { count: points });
  },
};
