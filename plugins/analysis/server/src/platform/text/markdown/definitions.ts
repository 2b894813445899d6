import type MarkdownIt from 'markdown-it';
import type { StateBlock, StateCore } from 'markdown-it';

/** `[label]: address "title"` up to the address; `[^1]: …` is a footnote, whose text is to be seen. */
const DEFINITION = /^\[(?!\^)((?:[^[\]\\]|\\.){1,999})\]:[ \t]*/;

interface Environment {
  references?: Record<string, { href: string; title: string }>;
  /** Labels of which some link or image has taken the address. */
  used?: Set<string>;
}

/** Reads a definition of one line. @returns null for a line that is none */
function definitionIn(md: MarkdownIt, line: string) {
  const [head, label = ''] = DEFINITION.exec(line) ?? [];
  const key = md.utils.normalizeReference(label);
  if (head === undefined || key === '') return null;
  const { parseLinkDestination, parseLinkTitle } = md.helpers;
  const address = parseLinkDestination(line, head.length, line.length);
  const href = md.normalizeLink(address.str);
  if (!address.ok || href === '' || !md.validateLink(href)) return null;
  const rest = line.slice(address.pos);
  if (rest.trim() === '') return { key, href, title: '' };
  const from = line.length - rest.trimStart().length;
  const title = parseLinkTitle(line, from, line.length);
  const whole = title.ok && from > address.pos && line.slice(title.pos).trim() === '';
  return whole ? { key, href, title: title.str } : null;
}

function define(state: StateBlock, startLine: number): boolean {
  const { blkIndent, bMarks, eMarks, md, sCount, src, tShift } = state;
  if ((sCount[startLine] ?? 0) - blkIndent >= 4) return false;
  const from = (bMarks[startLine] ?? 0) + (tShift[startLine] ?? 0);
  if (src[from] !== '[') return false;
  const line = src.slice(from, eMarks[startLine]).trim();
  const definition = definitionIn(md, line);
  if (definition === null) return false;
  const environment = state.env as Environment;
  const used = (environment.used ??= new Set());
  const references = (environment.references ??= Object.create(null) as Record<string, never>);
  const { key, href, title } = definition;
  const isFirst = references[key] === undefined;
  if (isFirst) {
    references[key] = {
      title,
      // What makes a link of a label reads the address here.
      get href() {
        used.add(key);
        return href;
      },
    };
  }
  const token = state.push('definition', '', 0);
  Object.assign(token, { content: line, map: [startLine, startLine + 1] });
  token.meta = isFirst ? key : null;
  state.line = startLine + 1;
  return true;
}

/** Takes away the definitions that have become links, and shows the others as written. */
function settle(state: StateCore): void {
  const { used } = state.env as Environment;
  state.tokens = state.tokens.flatMap((token) => {
    if (token.type !== 'definition') return [token];
    if (used?.has(token.meta as string)) return [];
    const make = (type: string, tag: string, nesting: -1 | 0 | 1) =>
      Object.assign(new state.Token(type, tag, nesting), { level: token.level, block: true });
    const text = Object.assign(make('text', '', 0), { content: token.content });
    const inline = Object.assign(make('inline', '', 0), {
      content: token.content,
      children: [text],
    });
    return [make('paragraph_open', 'p', 1), inline, make('paragraph_close', 'p', -1)];
  });
}

/**
 * Markdown-it plugin. A definition that no link uses, a second one of the same label and a
 * footnote's text are shown as written; by CommonMark they vanish from the page.
 */
export function keepDefinitions(md: MarkdownIt): void {
  md.block.ruler.at('reference', define);
  md.core.ruler.after('inline', 'definitions', settle);
}
