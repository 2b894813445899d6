import {
  ingestInput,
  type IngestInput,
  type IngestWarning,
} from '../../../../shared/contracts/ingest';
import { fault, faultsFromZod, type Fault } from '../../../../shared/faults';
import { LIMITS } from '../../../../shared/limits';
import { cleanLink, cleanLinks, debrisWarnings } from './chat-debris';
import { looksLikeHtml, tagsIn } from './html-shape';
import { codeLines } from './page-lines';
import { parsePage } from './page-parser';

/** A post as it comes in: the JSON form, or a page as text with its type where one is declared. */
export type Post =
  { format: 'json'; data: unknown } | { format: 'text'; text: string; type?: 'markdown' | 'html' };

export interface ReadPost {
  /** The post's fields as they were found, before they were checked. */
  fields: Record<string, unknown>;
  /** The fields, checked; null where there are faults. */
  input: IngestInput | null;
  faults: Fault[];
  /** What was left out or changed on the way, with its text. */
  warnings: IngestWarning[];
}

type Path = IngestWarning['path'];
type Fields = Record<string, unknown>;

interface Work {
  faults: Fault[];
  warnings: IngestWarning[];
}

/** HTML as Markdown; on a fault the HTML as it came. What has no place is named. */
async function convert(html: string, path: Path, work: Work): Promise<string> {
  const { markdownFromHtml } = await import('./html-to-markdown');
  try {
    const { markdown, left } = markdownFromHtml(html, path);
    for (const { kind, text } of left) {
      work.warnings.push({ path, code: 'ignored', message: `${kind} was left out`, text });
    }
    if (/[\^_]\([^()]*\)/.test(markdown) && /<su[bp][\s>]/i.test(html)) {
      const message =
        'raised and lowered text that has no characters of its own is set as ^(…), _(…)';
      work.warnings.push({ path, code: 'html', message });
    }
    return markdown;
  } catch (error) {
    const { details } = error as { details?: { errors?: Fault[] } };
    if (!details?.errors) throw error;
    work.faults.push(...details.errors);
    return html;
  }
}

/** A whole page in HTML is read as the Markdown that it makes. */
async function readPage(post: Post & { format: 'text' }, work: Work): Promise<Fields> {
  const { text, type } = post;
  const html =
    type === 'html' || (type !== 'markdown' && /^\s*</.test(text) && looksLikeHtml(text));
  // What is longer holds more than a post may, and is refused before any work is done on it.
  const limit = html ? LIMITS.body.max : LIMITS.page.max;
  if (text.length > limit) {
    const what = html ? 'a page in HTML' : 'a page';
    const message = `${what} must be at most ${limit} characters, this has ${text.length}`;
    work.faults.push(fault(['body'], 'too_long', message, { limit, length: text.length }));
    return {};
  }
  if (!html) {
    const { fields, warnings } = parsePage(text);
    work.warnings.push(...warnings);
    return { ...fields, ...(type === 'markdown' ? { bodyFormat: 'markdown' } : {}) };
  }
  const before = work.faults.length;
  const markdown = await convert(text, ['body'], work);
  if (work.faults.length > before) return {};
  const { fields, warnings } = parsePage(markdown);
  work.warnings.push(...warnings);
  const summaries = fields.summaries.map((each) => ({ ...each, text: unescaped(each.text) }));
  return { ...fields, summaries, bodyFormat: 'markdown' };
}

/** A summary is plain text: the escapes that Markdown needs are none of it. */
const unescaped = (text: string): string => text.replace(/\\([!-/:-@[-`{-~])/g, '$1');

/** Everything that is Markdown in the end and came as HTML. */
async function convertFields(fields: Fields, work: Work): Promise<Fields> {
  const { body, bodyFormat, summaries } = fields;
  const made = { ...fields };
  if (bodyFormat === 'html' && typeof body === 'string' && body.length <= LIMITS.body.max) {
    made.body = await convert(body, ['body'], work);
  } else if (typeof body === 'string') {
    const tags = tagsIn(body);
    const message = 'HTML in Markdown is shown as it is written';
    if (tags.length > 0) {
      const text = tags.slice(0, 20).join(' ');
      work.warnings.push({ path: ['body'], code: 'html', message, text });
    }
  }
  if (!Array.isArray(summaries)) return made;
  made.summaries = await Promise.all(
    summaries.map(async (summary: unknown, index) => {
      const { text } = (summary ?? {}) as { text?: unknown };
      if (typeof text !== 'string' || text.length > LIMITS.body.max) return summary;
      if (!looksLikeHtml(text)) return summary;
      const plain = unescaped(await convert(text, ['summaries', index, 'text'], work));
      return { ...(summary as object), text: plain };
    })
  );
  return made;
}

/** Unwraps and cleans the addresses of a post, and names what chat tools left in its texts. */
function cleanFields(fields: Fields, work: Work): Fields {
  const made = { ...fields };
  if (typeof fields.originalLink === 'string') {
    const link = fields.originalLink.trim();
    const clean = cleanLink(link);
    if (clean !== link) {
      const message = 'the address that a chat tool or a search had marked or wrapped was cleaned';
      work.warnings.push({ path: ['originalLink'], code: 'link_cleaned', message, text: link });
      made.originalLink = clean;
    }
  }
  if (typeof fields.body === 'string' && fields.body.length <= LIMITS.body.max * 2) {
    const lines = fields.body.split('\n');
    const code = codeLines(lines);
    const prose = lines.map((line, at) => (code[at] ? '' : line)).join('\n');
    const { text, warnings } = cleanLinks(['body'], prose);
    if (warnings.length > 0) {
      const clean = text.split('\n');
      made.body = lines.map((line, at) => (code[at] ? line : clean[at])).join('\n');
    }
    work.warnings.push(...warnings, ...debrisWarnings(['body'], prose));
  }
  if (typeof fields.title === 'string') {
    work.warnings.push(...debrisWarnings(['title'], fields.title.slice(0, 2_000)));
  }
  if (Array.isArray(fields.summaries)) {
    made.summaries = fields.summaries.map((summary: unknown, index) => {
      const { text } = (summary ?? {}) as { text?: unknown };
      if (typeof text !== 'string' || text.length > LIMITS.body.max) return summary;
      const path = ['summaries', index, 'text'];
      const clean = cleanLinks(path, text);
      work.warnings.push(...clean.warnings, ...debrisWarnings(path, text));
      return { ...(summary as object), text: clean.text };
    });
  }
  return made;
}

/** U+FFFD stands where bytes could not be read: what they said is lost, so the post is refused. */
function decodingFaults(value: unknown, path: Path): Fault[] {
  if (typeof value === 'string') {
    if (!value.includes('\ufffd')) return [];
    const message = 'holds U+FFFD, which stands for bytes that are not in the declared encoding';
    return [fault(path, 'ill_formed', message)];
  }
  if (value === null || typeof value !== 'object' || path.length > 4) return [];
  return Object.entries(value).flatMap(([key, each]) =>
    decodingFaults(each, [...path, Array.isArray(value) ? Number(key) : key])
  );
}

/**
 * Reads a post in either form. Nothing is thrown for what the post says: its faults are listed.
 * @returns its fields, and with them all that was left out or changed
 */
export async function readPost(post: Post): Promise<ReadPost> {
  const work: Work = { faults: [], warnings: [] };
  const given: unknown = post.format === 'text' ? await readPage(post, work) : post.data;
  const isObject = given !== null && typeof given === 'object' && !Array.isArray(given);
  const fields = isObject
    ? cleanFields(await convertFields(given as Fields, work), work)
    : ({} as Fields);
  work.faults.push(...decodingFaults(given, []));
  if (post.format === 'text' && work.faults.length === 0 && post.text.includes('\ufffd')) {
    work.faults.push(...decodingFaults(post.text, ['body']));
  }
  const unreadable = post.format === 'text' && work.faults.length > 0 && !('title' in fields);
  const parsed = ingestInput.safeParse(isObject ? fields : given);
  if (!parsed.success && !unreadable) {
    const known = new Set(work.faults.map(({ path }) => path.join('.')));
    const others = faultsFromZod(parsed.error);
    work.faults.push(...others.filter(({ path }) => !known.has(path.join('.'))));
  }
  return {
    fields,
    input: parsed.success && work.faults.length === 0 ? parsed.data : null,
    faults: work.faults,
    warnings: work.warnings,
  };
}
