/** The parts that a page is made of. */
export type Section = 'summary' | 'link' | 'article';

/** Names of the parts in the five languages of the house, folded (no accents, lower case). */
const NAMES: Record<Section, string[]> = {
  summary: ['summary', 'resume', 'synthese', 'zusammenfassung', 'resumen', 'resumo'],
  link: [
    ...['original link', 'link to the original', 'source link', 'original source'],
    ...['lien original', "lien d'origine", 'lien vers l original', "lien vers l'original"],
    ...['lien de la source', 'original link zum artikel', 'originallink', 'original-link'],
    ...['link zum original', 'enlace original', 'enlace al original', 'vinculo original'],
    ...['link original', 'ligacao original', 'link para o original'],
  ],
  article: [
    ...['generated article', 'article genere', 'article', 'generierter artikel'],
    ...['artikel', 'articulo generado', 'articulo', 'artigo gerado', 'artigo'],
  ],
};

const SECTIONS = new Map(
  Object.entries(NAMES).flatMap(([section, names]) =>
    names.map((name) => [name, section as Section] as const)
  )
);

/** Lines that only a rating widget prints. */
const RATING = [
  /^click to rate this post/,
  /^cliquez pour (noter|evaluer)/,
  /^klicke?n?( sie)?,? um .*bewerten/,
  /^(haz|haga) clic para (puntuar|valorar|calificar)/,
  /^clique para (avaliar|classificar)/,
  /^\[?\s*(total|gesamt)\s*:\s*\d+.*(average|moyenne|durchschnitt|promedio|media)\s*:/,
];

/** Lines that only a discussion prints. */
const DISCUSSION = [
  /^(leave|post) a (reply|comment)$/,
  /^no comments yet\b/,
  /^(laisser|laissez) (un commentaire|une reponse)$/,
  /^(aucun commentaire|pas encore de commentaires?)\b/,
  /^(schreibe?n? (sie )?einen kommentar|hinterlasse?n? (sie )?(eine antwort|einen kommentar))$/,
  /^(noch )?keine kommentare\b/,
  /^(deja|dejar) (una respuesta|un comentario)$/,
  /^(sin comentarios|aun no hay comentarios|no hay comentarios)\b/,
  /^(deixe|deixar) (uma resposta|um comentario)$/,
  /^(nenhum comentario|ainda nao ha comentarios|sem comentarios)\b/,
  /^\d+ (comments?|commentaires?|kommentare?|comentarios?)( (on|sur|zu|en|em) .*)?$/,
];

/** A heading that a discussion has, but that an article may have too. */
const COMMENTS = /^(comments?|commentaires?|kommentare?|comentarios?)$/;

/** Lower case, no accents, straight quotes, single spaces, no Markdown marks around. */
const fold = (line: string): string =>
  line
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[\u2018\u2019\u02bc]/g, "'")
    .replace(/^[\s#*_>]+|[\s*_]+$/g, '')
    .replace(/\s+/g, ' ')
    .toLowerCase();

export interface Heading {
  section: Section;
  /** What stands in brackets, such as `fr` in "Summary (fr):". */
  language: string | null;
  /** What follows the colon on the same line. */
  value: string;
}

/**
 * Longer than any heading, and a bound for the patterns below: they go over a part of a line
 * again for each place that it might start at.
 */
const MAX_HEADING = 120;

/** A heading's name with, or without, a language in brackets behind it. */
const NAME = /^([^(]{3,60}?)\s*(?:\(\s*([A-Za-z-]{2,35})\s*\)[\s*_]*)?$/;

/** Reads a line as the heading of a part; null when it is none. */
export function readHeading(line: string): Heading | null {
  const text = line.trim();
  const colon = text.slice(0, MAX_HEADING).search(/[:：]/);
  // Without a colon only a line that is set as a heading counts.
  if (colon < 0 && !(text.startsWith('#') && text.length <= MAX_HEADING)) return null;
  const head = colon < 0 ? text : text.slice(0, colon);
  const [, name = '', language] = NAME.exec(head.replace(/[\s*_]*$/, '')) ?? [];
  const section = SECTIONS.get(fold(name));
  if (section === undefined) return null;
  const value = colon < 0 ? '' : text.slice(colon + 1).replace(/^[*_]+/, '');
  return { section, language: language ?? null, value: value.trim() };
}

/** A line as the patterns of widgets know it; empty for one that is too long to be a widget's. */
const foldShort = (line: string): string => {
  const text = line.trim();
  return text.length <= MAX_HEADING ? fold(text) : '';
};

export const isRatingLine = (line: string): boolean => {
  const folded = foldShort(line);
  return RATING.some((pattern) => pattern.test(folded));
};

/**
 * Whether the discussion below an article starts at a line.
 * @param lines the page
 * @param at the line in question
 */
export function startsDiscussion(lines: string[], at: number): boolean {
  const folded = foldShort(lines[at] as string);
  if (DISCUSSION.some((pattern) => pattern.test(folded))) return true;
  if (!COMMENTS.test(folded)) return false;
  let below = at + 1;
  while (below < lines.length && lines[below]?.trim() === '') below += 1;
  const next = lines[below];
  return next === undefined || DISCUSSION.some((pattern) => pattern.test(foldShort(next)));
}
