import MarkdownIt from 'markdown-it';

/** Tags that a title may come in; any other, such as the `<T>` of a type, is its text. */
const TAGS =
  /^<\/?(?:h[1-6]|p|div|span|b|strong|i|em|u|a|br|font|small|mark|sub|sup|title|center|header|code|s|del|ins|abbr|cite|q|img)\b/i;
const BREAK = /^<br\b/i;

/** A line longer than this is no title, and the patterns below are not run over it. */
const MAX_LINE = 2_000;

export interface PlainTitle {
  title: string;
  /** What the markup held and the title does not say, such as the target of a link. */
  left: string[];
}

/** A line of Markdown or HTML as the plain text of a title: no markup, entities decoded. */
export function plainTitle(line: string): PlainTitle {
  if (line.length > MAX_LINE) return { title: line.trim(), left: [] };
  const source = line
    .trim()
    .replace(/^(?:(?:>|[-*•])\s+){1,3}/, '')
    .replace(/^#{1,6}(?:\s+|(?=\*\*|__))/, '')
    .replace(/\s+#+$/, '');
  const left: string[] = [];
  const [root] = new MarkdownIt({ html: true }).parseInline(source, {});
  const children = root?.children ?? [];
  // A picture above the title is not the title.
  const pictures = children.every(({ type }) => type === 'image' || type === 'softbreak');
  if (pictures) return { title: '', left };
  const title = children
    .map(({ type, content, attrs }) => {
      const address = attrs?.find(([name]) => name === 'href' || name === 'src')?.[1];
      if (address !== undefined) left.push(address);
      if (type === 'softbreak' || type === 'hardbreak') return ' ';
      if (type !== 'html_inline') return content;
      const [, href] = /\b(?:href|src)\s*=\s*["']?([^"'\s>]{1,2000})/i.exec(content) ?? [];
      if (href !== undefined) left.push(href);
      return TAGS.test(content) ? (BREAK.test(content) ? ' ' : '') : content;
    })
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
  return { title, left: left.filter((address) => !title.includes(address)) };
}

const ASSENT =
  /^(?:sure(?: thing)?|certainly|of course|absolutely|great|okay|ok|got it|bien s[ûu]r|certainement|avec plaisir|d'accord|voilà|natürlich|gerne|selbstverständlich|klar|sicher|¡?claro(?: que s[íi])?|por supuesto|com certeza|com prazer)(?!\p{L})[\s!,.:;—–-]*/iu;
const HERE =
  /^(?:here(?:'s| is| are)|below (?:is|are|you)|i(?:'ve| have) (?:written|prepared|created|drafted|put)|this is|as (?:you )?requested|please find|voici|voilà|hier (?:ist|sind|kommt)|anbei|aqu[íi] (?:tienes?|está|va)|aqui está|segue|a seguir)(?!\p{L})/iu;
/** What a tool says of itself, behind its assent. */
const OFFER =
  /^(?:i(?:'d| would| am|'m)(?: be)? (?:happy|glad|delighted)|i(?:'ll| will| can)|let me|here you (?:go|are)|je (?:serais|suis) ravie?|ich helfe|con gusto)(?!\p{L})/iu;
const MADE =
  /(?<!\p{L})(?:article|post|summary|analysis|page|draft|text|translation|version|write-up|piece|blog|content|output|result|requested|asked|résumé|texte|analyse|artikel|beitrag|zusammenfassung|entwurf|artículo|resumen|análisis|texto|artigo|resumo|análise|rascunho)(?!\p{L})/iu;

/**
 * Whether a page's first line is a chat tool speaking to whoever asked it, not a title:
 * "Sure! Here is the article you asked for:".
 */
export function isChatOpening(line: string): boolean {
  if (line.length > MAX_LINE) return false;
  const said = line
    .trim()
    .replace(/[’`]/g, "'")
    .replace(/^[*_#>\s]+|[*_\s]+$/g, '');
  if (said.length > 300) return false;
  const [assent = ''] = ASSENT.exec(said) ?? [];
  const rest = said.slice(assent.length);
  if (assent !== '' && (rest === '' || OFFER.test(rest))) return true;
  if (!HERE.test(rest) || !MADE.test(rest)) return false;
  return assent !== '' || /[:：]$/.test(rest);
}
