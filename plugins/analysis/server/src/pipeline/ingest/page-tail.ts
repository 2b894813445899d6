import { defined } from '../../../../shared/defined';
import { withoutInvisible } from '../../../../shared/text';
import { foldName } from './language-names';
import { isRule } from './page-lines';

/** What a line below an article may be: of the rating widget, of the discussion, or neither. */
type Kind =
  'blank' | 'rating' | 'total' | 'heading' | 'count' | 'none' | 'reply' | 'form' | 'entry' | 'text';

/** Whole lines that a rating widget, a discussion and its reply form print, folded. */
const LINES: [Kind, RegExp[]][] = [
  [
    'rating',
    [
      /^click to rate this post[!.]?$/,
      /^cliquez pour (noter|evaluer) (cet article|ce post|cette publication) ?[!.]?$/,
      /^klicken? ?(sie)?,? um (diesen beitrag|diesen artikel) zu bewerten ?[!.]?$/,
      /^(haz|haga) clic para (puntuar|valorar|calificar) (esta entrada|este articulo|este post) ?[!.]?$/,
      /^clique para (avaliar|classificar) (este post|este artigo|esta publicacao) ?[!.]?$/,
      /^(no votes so far|be the first to rate this post)[!.]?$/,
    ],
  ],
  [
    'total',
    [
      /^\[? ?(total|gesamt) ?: ?\d+ ,?(average|moyenne|durchschnitt|promedio|media) ?: ?[\d.,]+ ?\]?$/,
    ],
  ],
  ['heading', [/^(comments?|commentaires?|kommentare?|comentarios?|discussion|diskussion)$/]],
  [
    'count',
    [
      /^(\d+|one|un|ein|une|uno|um) (comments?|thoughts?|responses?|replies|commentaires?|reponses?|kommentare?|gedanken|antworten|comentarios?|respuestas?|respostas?|pensamientos?)( (on|to|sur|a|zu|en|em|sobre) ["“„«‘'].{1,100}["”“»’'])?$/,
    ],
  ],
  [
    'none',
    [
      /^no comments yet[.!]?( why don't you start the discussion[?.!]?)?$/,
      /^(aucun commentaire|pas encore de commentaires?)( pour (l'instant|le moment))?[.!]?( pourquoi ne pas .{1,60})?$/,
      /^(noch )?keine kommentare( vorhanden)?[.!]?( warum .{1,60})?$/,
      /^(sin comentarios|(aun|todavia)? ?no hay comentarios( (aun|todavia))?)[.!]?( ¿?por que .{1,60})?$/,
      /^((ainda )?(nenhum comentario|nao ha comentarios)|sem comentarios)( ainda)?[.!]?( por que .{1,60})?$/,
    ],
  ],
  [
    'reply',
    [
      /^(leave|post) a (reply|comment)( cancel reply)?$/,
      /^(laisser|laissez) (un commentaire|une reponse)( annuler la reponse)?$/,
      /^(schreibe?n? (sie )?einen kommentar|hinterlasse?n? (sie )?(eine antwort|einen kommentar))( antworten? abbrechen)?$/,
      /^(deja|dejar) (una respuesta|un comentario)( cancelar la respuesta)?$/,
      /^(deixe|deixar) (uma resposta|um comentario)( cancelar resposta)?$/,
      /^comments are closed[.!]?$/,
    ],
  ],
  [
    'form',
    [
      /^(your email address will not be published\.?)? ?(required fields are marked \*?)?\.?$/,
      /^votre adresse e-mail ne sera pas publiee\. les champs obligatoires sont indiques avec \*?$/,
      /^deine e-mail-adresse wird nicht veroffentlicht\. erforderliche felder sind mit \*? ?markiert$/,
      /^tu direccion de correo electronico no sera publicada\. los campos obligatorios estan marcados con \*?$/,
      /^o seu endereco de e-?mail nao sera publicado\. campos obrigatorios sao marcados com \*?$/,
      /^(comment|name|e-?mail|website|commentaire|nom|site web|kommentar|website|comentario|nombre|correo electronico|web|nome|site) ?\*?$/,
      /^save my name, email,? and website in this browser for the next time i comment\.?$/,
      /^(post comment|submit comment|cancel reply|laisser un commentaire|kommentar absenden|publicar (el )?comentario|this site uses akismet to reduce spam\..{0,60})$/,
      /^(logged in as .{1,60}|log in to (reply|comment)|you must be logged in to post a comment\.?)$/,
    ],
  ],
  [
    'entry',
    [
      /^.{1,60} (says|said|dit|a dit|sagt|dice|dijo|diz|disse) ?:( .{0,80})?$/,
      /^(reply|repondre|antworten|responder)( to .{1,60})?$/,
      /^.{0,20}\d{1,2}.{0,20}\d{4},? (at|a|um|a las|as) \d{1,2}[:h]\d{2}.{0,12}$/,
    ],
  ],
];

/** Longer lines are no widget's, and not looked at. */
const MAX_LINE = 250;

/** A widget's line without its markup: links become their labels, marks and escapes go. */
const foldLine = (line: string): string =>
  foldName(
    withoutInvisible(line)
      .replace(/<\/?[a-z][^<>]{0,200}>/gi, '')
      .replace(/\[([^\][]{1,100})\]\([^()\s]{0,200}\)/g, '$1')
      .replace(/\\([[\]*_.!])/g, '$1')
      .replace(/^[\s#*_>¡\p{Extended_Pictographic}]+|[\s_#]+$|(?<=\S)\*{2,}$/gu, '')
  );

function kindOf(line: string): Kind {
  if (line.trim() === '' || isRule(line)) return 'blank';
  if (line.length > MAX_LINE) return 'text';
  const folded = foldLine(line);
  if (folded === '') return 'text';
  return LINES.find(([, patterns]) => patterns.some((each) => each.test(folded)))?.[0] ?? 'text';
}

/** Lines that a block may begin with; a form's "Name" or a comment's date alone begin none. */
const BEGINS = new Set<Kind>(['rating', 'total', 'heading', 'count', 'none', 'reply']);
/** Those that stand above comments, and those that may stand below them. */
const OPENS = new Set<Kind>(['rating', 'total', 'heading', 'count', 'none']);
const ENDS = new Set<Kind>(['reply', 'entry']);
const WIDGET = new Set<Kind>([...BEGINS, 'form']);
/** An article may have "Comments" and "Name" of its own, but hardly these. */
const STRONG = new Set<Kind>(['rating', 'total', 'count', 'none', 'reply']);

export interface Tail {
  /** The block's first line; the number of lines where there is none. */
  from: number;
  /** Comments that stand in the block, as they are written; empty when only the widget speaks. */
  comments: string;
}

/**
 * Finds the rating widget, the comments and the reply form below an article: the lines at the end
 * of a page that have the shape of such a block as a whole. One line alone is none, for an article
 * may end with it.
 * @param lines the whole page
 * @param code which of them are code, and so never the widget's
 */
export function findTail(lines: string[], code: boolean[]): Tail {
  const kinds = new Map<number, Kind>();
  const kindAt = (at: number): Kind => {
    const kind = kinds.get(at) ?? (code[at] ? 'text' : kindOf(defined(lines[at])));
    kinds.set(at, kind);
    return kind;
  };
  let top = lines.length;
  while (top > 0 && kindAt(top - 1) !== 'text') top -= 1;
  const below = (from: number): Kind[] =>
    lines.slice(from).map((_line, offset) => kindAt(from + offset));
  const run = below(top);
  const begin = run.findIndex((kind) => BEGINS.has(kind));
  let from = begin < 0 ? -1 : top + begin;
  if (run.some((kind) => ENDS.has(kind)) && !run.some((kind) => OPENS.has(kind))) {
    from = findOpening(kindAt, top) ?? from;
  }
  const kindsBelow = from < 0 ? [] : below(from);
  const widget = kindsBelow.filter((kind) => WIDGET.has(kind));
  // Two lines that only comments have, such as "Ana says:" and "Reply", are as good as a form.
  const entries = kindsBelow.filter((kind) => kind === 'entry').length;
  const evidence = widget.length + (entries > 1 ? 1 : 0);
  if (evidence < 2 || !widget.some((kind) => STRONG.has(kind))) {
    return { from: lines.length, comments: '' };
  }
  const said = kindsBelow.map((kind) => kind === 'text' || kind === 'entry');
  const comments = lines.slice(from + said.indexOf(true), from + said.lastIndexOf(true) + 1);
  return { from, comments: said.includes(true) ? comments.join('\n').trim() : '' };
}

/** The first line of a block whose comments, from `top` upwards, are written by people. */
function findOpening(kindAt: (at: number) => Kind, top: number): number | null {
  let entries = 0;
  let from = -1;
  for (let at = top - 1; at >= 0 && from < 0; at -= 1) {
    const kind = kindAt(at);
    if (kind === 'entry') entries += 1;
    else if (kind === 'heading' || kind === 'count') from = at;
    // A rating widget stands above the comments, never among them.
    else if (OPENS.has(kind)) return null;
  }
  // "Comments" may be the article's own heading; what stands under it has to look like comments.
  if (from < 0 || (entries === 0 && kindAt(from) === 'heading')) return null;
  for (let at = from - 1; at >= 0; at -= 1) {
    const kind = kindAt(at);
    if (OPENS.has(kind)) from = at;
    else if (kind !== 'blank') break;
  }
  return from;
}
