import MarkdownIt from 'markdown-it';
import { LIMITS } from '../../../../shared/limits';
import { addressLength } from '../../../../shared/links';
import { withoutInvisible } from '../../../../shared/text';

/** What ends an address wherever it stands; for other scripts' punctuation see `addressLength`. */
const URL_END = /[\s<>"`|{}^\u0000-\u001f]|\\(?![!-/:-@[-`{-~])/;
/** Signs at an address's end that belong to the text around it; letters and own brackets stay. */
const SIGN = /[^\p{L}\p{M}\p{N}\p{Pe}\u0000-\u007f]+$/u;
/** Entities of characters that end an address; trimming their semicolon would leave their name. */
const ENTITY_END =
  /&(?:quot|apos|lt|gt|nbsp|#0{0,4}(?:34|39|60|62|160)|#x0{0,4}(?:22|27|3c|3e|a0));/i;
const URL_START = /https?:\/\/(?=[^\s/\\<>"'`])/i;
const PAIRS: Record<string, string> = { ')': '(', ']': '[', '}': '{' };

/** Takes off what stands after an address and is none of it: closing marks, brackets, full stops. */
function trimEnd(url: string, before: string): string {
  const counts = new Map<string, number>();
  for (const character of url) counts.set(character, (counts.get(character) ?? 0) + 1);
  const count = (character: string): number => counts.get(character) ?? 0;
  let end = url.length - (SIGN.exec(url)?.[0].length ?? 0);
  for (; end > 0; end -= 1) {
    const last = url.charAt(end - 1);
    const opening = PAIRS[last];
    const over = opening !== undefined && count(last) > count(opening);
    const mark = last === '_' && (before === '_' || url.charAt(end - 2) === '_');
    const quote = last === "'" || last === '’';
    if (!over && !mark && !quote && !/[.,;:!?*~([{]/.test(last)) break;
    counts.set(last, count(last) - 1);
  }
  return url.slice(0, end);
}

/** A label that is an address, up to where the link's target begins. */
const LABELLED = /^([^\s<>\]]{1,2000})\]\(<?(?=https?:\/\/)/i;

export interface FoundLink {
  /** The address, with entities decoded; null when the text holds none. */
  url: string | null;
  /** The text without the address. */
  rest: string;
}

/**
 * The first http(s) address in a text, however it is written: bare, in Markdown or in HTML.
 * Brackets and apostrophes that are the address's own stay; what stands around it does not.
 */
export function findLink(text: string): FoundLink {
  const at = text.search(URL_START);
  if (at < 0) return { url: null, rest: text };
  // One character over the limit is enough for the contract to refuse it.
  const start = text.slice(at, at + LIMITS.url.max * 2);
  const before = text.charAt(at - 1);
  const ends = [start.search(URL_END), start.search(ENTITY_END), start.length];
  const ascii = start.slice(0, Math.min(...ends.filter((end) => end >= 0)));
  let raw = ascii.slice(0, addressLength(ascii));
  // In angle brackets an address may hold blanks (CommonMark 6.3).
  const angled = before === '<' ? /^[^<>\n]*(?=>)/.exec(start)?.[0] : undefined;
  if (angled !== undefined) raw = angled;
  // An apostrophe between letters is the address's own, also in single quotes.
  const quoted = before === "'" ? raw.search(/'(?![\p{L}\p{N}])/u) : -1;
  if (quoted >= 0) raw = raw.slice(0, quoted);
  // The label of a Markdown link that is an address itself is often a shortened one.
  const label = LABELLED.exec(start);
  if (label !== null) {
    const [whole, shown = ''] = label;
    const found = findLink(start.slice(whole.length));
    const named = found.url?.startsWith(shown.replace(/(?:\.{3}|…)$/, '')) ? '' : shown;
    return {
      ...found,
      rest:
        text.slice(0, at) +
        named +
        whole.slice(shown.length) +
        found.rest +
        text.slice(at + start.length),
    };
  }
  const kept =
    angled !== undefined || before === '"' || before === "'" ? raw : trimEnd(raw, before);
  const unescaped = new MarkdownIt().utils.unescapeAll(kept);
  const url = withoutInvisible(unescaped)
    .replace(/\s/g, '%20')
    .slice(0, LIMITS.url.max + 1);
  return { url, rest: text.slice(0, at) + text.slice(at + kept.length).replaceAll(kept, '') };
}
