import { z } from 'zod';
import { HOSTILE } from '../../../../tests/helpers/hostile';
import { told, wrongWith } from '../../../../tests/helpers/stored-forms';
import * as articles from '../../shared/contracts/articles';
import * as claims from '../../shared/contracts/claims';
import * as comments from '../../shared/contracts/comments';
import * as discussion from '../../shared/contracts/discussion';
import * as ingest from '../../shared/contracts/ingest';
import * as moderation from '../../shared/contracts/moderation';
import * as notices from '../../shared/contracts/subscriptions';
import * as privacy from '../../shared/contracts/privacy';
import * as ratings from '../../shared/contracts/ratings';
import { cleanFields } from './content/articles/rules';
import { filterFaults as claimFilterFaults } from './discussion/claims/rules';
import { commentHtml } from './platform/text/plain-text-html';
import { decodeChoice, decodeCursor, decodeLimit, decodeOffset } from './platform/http/pagination';
import { bodyHtml } from './platform/text/markdown';
import { readPost, type Post } from './pipeline/ingest/read-post';
import { typedBanValue } from './discussion/bans/rules';
import { decodeIds, filterFaults } from './discussion/moderation/rules';
import { readQuery } from './delivery/search/rules';
import { slugFromTitle } from './platform/text/slug/slug';
import { cleanTopic } from './content/topics/rules';
import { triagePolicySchema } from './discussion/triage/policy';

/** Every hostile value against the rules of every field; over HTTP goes a sample (`tests/api`). */
const STRINGS = HOSTILE.filter((value) => typeof value === 'string');

/** What nobody keeps: traps, tokens, keys that are looked up, and a page that is only read. */
const NOT_KEPT = new Set([
  ...[
    'homepage',
    'formToken',
    'token',
    'documentIds[]',
    'PreviewPostInput.text',
    'PastePostInput.text',
  ],
]);

interface Leaf {
  name: string;
  schema: z.ZodType;
}

/** The fields of a contract's input, those in lists and objects too. */
function leavesOf(name: string, schema: z.ZodType): Leaf[] {
  if (schema instanceof z.ZodObject) {
    return Object.entries(schema.shape as Record<string, z.ZodType>).flatMap(([key, each]) =>
      leavesOf(`${name}.${key}`, each)
    );
  }
  if (schema instanceof z.ZodArray) return leavesOf(`${name}[]`, schema.element as z.ZodType);
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) {
    const inner = schema.unwrap() as z.ZodType;
    if (inner instanceof z.ZodObject || inner instanceof z.ZodArray) return leavesOf(name, inner);
  }
  return [{ name, schema }];
}

const CONTRACTS = {
  ...articles,
  ...claims,
  ...comments,
  ...discussion,
  ...ingest,
  ...moderation,
  ...notices,
  ...privacy,
  ...ratings,
};
const INPUTS = Object.entries(CONTRACTS).flatMap(([name, made]) =>
  /Input$/.test(name) && made instanceof z.ZodType
    ? [[name[0]?.toUpperCase() + name.slice(1), made] as const]
    : []
);
const LEAVES = INPUTS.flatMap(([name, schema]) => leavesOf(name, schema));
const isKept = (name: string): boolean =>
  !NOT_KEPT.has(name) && !NOT_KEPT.has(name.split('.').at(-1) as string);

test('every input of the contracts is looked at', () => {
  expect(INPUTS.length).toBeGreaterThanOrEqual(20);
  expect(LEAVES.length).toBeGreaterThanOrEqual(50);
  expect(HOSTILE.length).toBeGreaterThanOrEqual(500);
});

test.each(LEAVES)('$name keeps what was sent or refuses it', ({ name, schema }) => {
  const wrong: unknown[] = [];
  for (const sent of HOSTILE) {
    const { success, data } = schema.safeParse(sent);
    if (!success || !isKept(name)) continue;
    const why = wrongWith(sent, data);
    if (why !== null) wrong.push([why, told(sent), told(data)]);
    // What is kept can be saved again, and is the same then.
    else if (typeof data === 'string' && (schema.safeParse(data).data ?? '') !== data) {
      wrong.push(['another when it is saved again', told(sent), told(data)]);
    }
  }
  expect(wrong).toEqual([]);
});

test.each(INPUTS)('%s as a whole is refused with a reason', (_name, schema) => {
  for (const sent of HOSTILE) {
    const parsed = schema.safeParse(sent);
    if (!parsed.success) expect(parsed.error.issues.length).toBeGreaterThan(0);
  }
});

const FIELDS = [
  ...['title', 'slug', 'language', 'body', 'originalLink', 'sourceName', 'sourcePublishedAt'],
  ...['coverAlt', 'origin', 'generatorProvider', 'generatorModel', 'promptVersion', 'promptHash'],
  ...['runId', 'generatedAt', 'reviewer', 'editorialResponsibility'],
];

test.each(FIELDS)('an article’s %s is kept as it was sent, or refused by name', (field) => {
  const wrong: unknown[] = [];
  for (const sent of HOSTILE) {
    const { values, faults } = cleanFields({ [field]: sent }, new Date());
    const kept = values[field as keyof typeof values];
    const why = faults.length > 0 ? null : wrongWith(sent, kept);
    if (why !== null) wrong.push([why, told(sent), told(kept)]);
    if (faults.some(({ path }) => path[0] !== field)) wrong.push(['elsewhere', told(sent), faults]);
  }
  expect(wrong).toEqual([]);
});

test('an article’s summaries are kept as they were sent, or refused by name', () => {
  const wrong: unknown[] = [];
  for (const sent of HOSTILE) {
    for (const given of [sent, [sent], [{ text: sent }], [{ language: sent, text: 'A text.' }]]) {
      const { values, faults } = cleanFields({ summaries: given }, new Date());
      if (faults.length > 0) {
        if (faults.some(({ path }) => path[0] !== 'summaries')) wrong.push([told(given), faults]);
        continue;
      }
      for (const { language, text } of values.summaries ?? []) {
        const why = wrongWith(sent, text === 'A text.' ? language : text);
        if (why !== null) wrong.push([why, told(given), told(text)]);
      }
    }
  }
  expect(wrong).toEqual([]);
});

test('a topic’s name and slug are', () => {
  const wrong: unknown[] = [];
  for (const sent of HOSTILE) {
    for (const data of [{ name: sent }, { name: 'Topic', slug: sent }]) {
      const { values, faults } = cleanTopic(data);
      const kept = 'slug' in data ? values.slug : values.name;
      // Where no slug is given it comes of the name.
      const isGiven = !('slug' in data) || (typeof sent === 'string' && sent.trim() !== '');
      const why = faults.length > 0 || !isGiven ? null : wrongWith(sent, kept);
      if (why !== null) wrong.push([why, told(data), told(kept)]);
    }
  }
  expect(wrong).toEqual([]);
});

/** Refusals of a field are no failures of the server. */
const refusing = (work: () => unknown): unknown => {
  try {
    return work();
  } catch (error) {
    if ((error as Error).name === 'ValidationError') return undefined;
    throw error;
  }
};

test('no query of a list is anything but read or refused', () => {
  // A query cannot give an object a method of its own.
  for (const value of HOSTILE.filter((each) => !Object.hasOwn(Object(each), 'toString'))) {
    refusing(() => decodeCursor(value));
    refusing(() => decodeOffset(value, 100));
    refusing(() => decodeIds(value));
    const limit = refusing(() => decodeLimit(value, { default: 20, max: 100 }));
    if (limit !== undefined) expect([20, 1, 0, 100]).toContain(limit);
    const choice = refusing(() => decodeChoice(value, ['a', 'b'], 'a', 'by'));
    if (choice !== undefined) expect(['a', 'b']).toContain(choice);
    for (const name of ['q', 'author', 'email', 'reason', 'article', 'network', 'from', 'to']) {
      expect(Array.isArray(filterFaults({ [name]: value }, true))).toBe(true);
      expect(Array.isArray(claimFilterFaults({ [name]: value }))).toBe(true);
    }
  }
  for (const text of STRINGS)
    expect(Array.isArray(readQuery(text.slice(0, 200)).faults)).toBe(true);
});

test('no value is banned as another, and no policy is read out of one', () => {
  for (const value of HOSTILE) {
    expect(triagePolicySchema.safeParse(value).success).toBe(
      typeof value === 'object' &&
        value !== null &&
        Object.keys(value).length === 0 &&
        !Array.isArray(value)
    );
    const words = { blockedWords: { words: { '*': [value] } } };
    expect(typeof triagePolicySchema.safeParse(words).success).toBe('boolean');
    if (typeof value !== 'string') continue;
    for (const kind of ['email', 'domain', 'network'] as const) {
      const typed = typedBanValue(kind, value);
      if (typed.ok) expect(typed.value).not.toMatch(/[\0-\x20\x7f]/);
    }
  }
});

test('a title makes a slug of letters, digits and hyphens, whatever it is', () => {
  for (const title of STRINGS.filter((each) => !/\p{Surrogate}/u.test(each))) {
    expect(slugFromTitle(title.slice(0, 200), 'en')).toMatch(
      /^(|[\p{L}\p{N}\p{M}]+(-[\p{L}\p{N}\p{M}]+)*)$/u
    );
  }
});

const TAG =
  /^<\/?(?:p|br|a|img|h[2-6]|[uo]l|li|hr|pre|code|em|strong|s|blockquote|table|thead|tbody|t[rhd])((?: (?:href|title|rel|src|alt|loading|class|start)="[^"<>]*")*) ?\/?>$/;

/** HTML that was made here: of our own tags only, with nothing in them that could run. */
function expectHarmless(html: string, sent: string): void {
  for (const [tag] of html.matchAll(/<[^>]*>?/g)) {
    const [whole, attributes = ''] = TAG.exec(tag) ?? [];
    expect([told(sent), whole]).toEqual([told(sent), tag]);
    for (const [, address] of attributes.matchAll(/ (?:href|src)="([^"]*)"/g)) {
      expect([told(sent), address]).toEqual([
        told(sent),
        expect.stringMatching(/^(https?:|mailto:)/),
      ]);
    }
  }
}

test('nothing of a comment, or of a body, runs where it is shown', () => {
  for (const sent of STRINGS.filter((each) => each.length <= 10_000)) {
    for (const content of [sent, `see ${sent}`, `[x](${sent})`, `![x](${sent} "${sent}")`]) {
      expectHarmless(commentHtml(content), sent);
      expectHarmless(bodyHtml(content, null), sent);
      expectHarmless(bodyHtml(content, 'https://news.example.com/a/page'), sent);
    }
  }
});

/** A post with a value in one of its parts, as JSON or as a page. */
const postsOf = (value: unknown): Post[] => [
  ...['title', 'body', 'originalLink', 'topics', 'summaries', 'provenance'].map((name): Post => ({
    format: 'json',
    data: { title: 'A title', body: 'A body.', [name]: value },
  })),
  { format: 'json', data: value },
  ...(typeof value === 'string' && value.length <= 10_000
    ? [value, `Title\n\nSummary: ${value}\n\nOriginal Link:\n${value}\n\nArticle:\n\n${value}`].map(
        (text): Post => ({ format: 'text', text })
      )
    : []),
];

test('a post is read, or its faults are listed, whatever is in it', async () => {
  for (const value of HOSTILE) {
    for (const post of postsOf(value)) {
      const { input, faults } = await readPost(post);
      expect([told(value), input === null]).toEqual([told(value), faults.length > 0]);
    }
  }
});
