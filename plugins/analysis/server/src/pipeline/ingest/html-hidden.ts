import { beginningOf } from '../../../../shared/text';

/** A part of a text that was left out, and what it is. */
export interface LeftOut {
  kind: string;
  text: string;
}

const HIDDEN = /<!--|<(script|style|template)(?=[\s/>])[^<>]{0,4000}>|<!\[CDATA\[/gi;
const TITLE = /<title(?:\s[^<>]{0,500})?>([^<]{0,2000})<\/title\s*>/i;
/** Of code, which nobody reads, this much is quoted. */
const QUOTED = 500;

/**
 * Takes comments, scripts and styles out of HTML, and makes the title in its head its heading
 * where it has no other. In one pass: what is never closed reaches to the end.
 */
export function takeOut(html: string): { text: string; left: LeftOut[] } {
  const left: LeftOut[] = [];
  const kept: string[] = [];
  let from = 0;
  HIDDEN.lastIndex = 0;
  for (let open = HIDDEN.exec(html); open !== null; open = HIDDEN.exec(html)) {
    const start = open.index + open[0].length;
    const name = open[1]?.toLowerCase();
    const [end, after] = endOf(html, start, name, open[0]);
    kept.push(html.slice(from, open.index));
    const text = html.slice(start, end).trim();
    if (text !== '') {
      left.push(
        name === undefined
          ? { kind: 'a comment in HTML', text }
          : { kind: `<${name}>`, text: beginningOf(text, QUOTED) }
      );
    }
    from = after;
    HIDDEN.lastIndex = after;
  }
  kept.push(html.slice(from));
  return headless(kept.join(''), left);
}

/** Where something hidden ends, and where the text goes on. */
function endOf(
  html: string,
  start: number,
  name: string | undefined,
  opening: string
): [number, number] {
  if (name === undefined) {
    const mark = opening === '<!--' ? '-->' : ']]>';
    const end = html.indexOf(mark, start);
    return end < 0 ? [html.length, html.length] : [end, end + mark.length];
  }
  const closing = new RegExp(`</${name}`, 'gi');
  closing.lastIndex = start;
  const found = closing.exec(html);
  if (found === null) return [html.length, html.length];
  const end = html.indexOf('>', found.index);
  return [found.index, end < 0 ? html.length : end + 1];
}

function headless(html: string, left: LeftOut[]): { text: string; left: LeftOut[] } {
  const [whole, title = ''] = TITLE.exec(html.slice(0, 20_000)) ?? [];
  if (whole === undefined) return { text: html, left };
  if (!/<h1[\s>]/i.test(html))
    return { text: html.replace(whole, () => `<h1>${title}</h1>`), left };
  if (title.trim() !== '') left.push({ kind: '<title>', text: title.trim() });
  return { text: html.replace(whole, ''), left };
}
