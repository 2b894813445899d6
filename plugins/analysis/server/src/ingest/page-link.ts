import { LIMITS } from '../../../shared/limits';
import { withoutInvisible } from '../../../shared/text';
import { packages } from '../common/packages';

/** What ends an address wherever it stands; the second line is the punctuation of other scripts. */
const URL_END =
  /[\s<>"`|{}^\u0000-\u001f]|\\(?![!-/:-@[-`{-~])|[，。、；：！？「」『』【】《》〈〉（）“”„«»‹›…]/u;
const URL_START = /https?:\/\/(?=[^\s/\\<>"'`])/i;
const PAIRS: Record<string, string> = { ')': '(', ']': '[', '}': '{' };

/** Takes off what stands after an address and is none of it: closing marks, brackets, full stops. */
function trimEnd(url: string, before: string): string {
  const counts = new Map<string, number>();
  for (const character of url) counts.set(character, (counts.get(character) ?? 0) + 1);
  const count = (character: string): number => counts.get(character) ?? 0;
  let end = url.length;
  for (; end > 0; end -= 1) {
    const last = url.charAt(end - 1);
    const opening = PAIRS[last];
    const over = opening !== undefined && count(last) > count(opening);
    const mark = last === '_' && (before === '_' || url.charAt(end - 2) === '_');
    const quote = last === "'" || last === '’';
    if (!over && !mark && !quote && !/[.,;:!?*~]/.test(last)) break;
    counts.set(last, count(last) - 1);
  }
  return url.slice(0, end);
}

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
  const length = start.search(URL_END);
  let raw = length < 0 ? start : start.slice(0, length);
  // In angle brackets an address may hold blanks (CommonMark 6.3).
  const angled = before === '<' ? /^[^<>\n]*(?=>)/.exec(start)?.[0] : undefined;
  if (angled !== undefined) raw = angled;
  if (before === "'" && raw.includes("'")) raw = raw.slice(0, raw.indexOf("'"));
  // The label of a Markdown link that is an address itself ends where its target begins.
  const target = raw.indexOf('](');
  if (target > 0) raw = raw.slice(0, target);
  const kept =
    angled !== undefined || before === '"' || before === "'" ? raw : trimEnd(raw, before);
  const unescaped = packages.markdownIt()().utils.unescapeAll(kept);
  const url = withoutInvisible(unescaped)
    .replace(/\s/g, '%20')
    .slice(0, LIMITS.url.max + 1);
  return { url, rest: text.slice(0, at) + text.slice(at + kept.length).replaceAll(kept, '') };
}
