import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { snippetsOf } from '../tests/helpers/snippets';

const ROOT = path.resolve(__dirname, '../examples');

const files = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const file = path.join(folder, entry.name);
    return entry.isDirectory() ? files(file) : [file];
  });

/**
 * The code of an Astro page as a module of its own: what Astro runs for each request, where
 * `return` is allowed, goes into a function.
 */
function frontmatter(source: string): string {
  const [, code = ''] = /^---\n([\s\S]*?)\n---/.exec(source) ?? [];
  const hoisted = /^(import|export) .*;$/gm;
  const body = code.replace(hoisted, '');
  return `${(code.match(hoisted) ?? []).join('\n')}\nexport async function page() {\n${body}\n}\n`;
}

/** What is the same in each check: the examples, and the types of the platform. */
const parsed = new Map<string, ts.SourceFile | undefined>();

/** Type-checks all examples; returns what the compiler says, by file. */
function check(overrides: Record<string, string> = {}): string[] {
  const config = ts.getParsedCommandLineOfConfigFile(
    path.join(ROOT, 'tsconfig.json'),
    {},
    {
      ...ts.sys,
      onUnRecoverableConfigFileDiagnostic: (problem) => {
        throw new Error(String(problem.messageText));
      },
    }
  );
  if (config === undefined) throw new Error('no settings');
  const sources = new Map<string, string>();
  for (const file of files(ROOT).filter((each) => each.endsWith('.astro'))) {
    sources.set(`${file}.ts`, frontmatter(readFileSync(file, 'utf8')));
  }
  for (const [file, text] of Object.entries(overrides)) sources.set(path.join(ROOT, file), text);
  const host = ts.createCompilerHost(config.options);
  const { fileExists, getSourceFile, readFile } = host;
  host.fileExists = (file) => sources.has(file) || fileExists(file);
  host.readFile = (file) => sources.get(file) ?? readFile(file);
  host.getSourceFile = (file, ...rest) => {
    if (sources.has(file)) return getSourceFile.call(host, file, ...rest);
    if (!parsed.has(file)) parsed.set(file, getSourceFile.call(host, file, ...rest));
    return parsed.get(file);
  };
  const program = ts.createProgram([...config.fileNames, ...sources.keys()], config.options, host);
  return ts
    .getPreEmitDiagnostics(program)
    .map(
      ({ file, messageText }) =>
        `${path.relative(ROOT, file?.fileName ?? '')}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`
    );
}

test('the examples are type-checked against the client', () => {
  expect(files(ROOT).filter((file) => /\.(tsx|astro|html)$/.test(file)).length).toBe(4);
  expect(check()).toEqual([]);
});

test('what docs/frontends.md shows of the client is', () => {
  expect(
    check({ 'docs.ts': snippetsOf('docs/frontends.md', 'OpenAPI and the typed client') })
  ).toEqual([]);
});

test('one that uses what the client has not is found out', () => {
  const page = `---
import { createAnalysisClient } from 'strapi-plugin-analysis/client';
const post = await createAnalysisClient({ baseUrl: '' }).posts.get('a');
return new Response(post.article.headline);
---`;
  expect(check({ 'astro/wrong.astro.ts': frontmatter(page) })).toEqual([
    expect.stringMatching(/^astro\/wrong\.astro\.ts: Property 'headline' does not exist/),
  ]);
});

test('the plain page names the elements with what they need', () => {
  const html = readFileSync(path.join(ROOT, 'html/index.html'), 'utf8');
  for (const name of ['post', 'rating', 'comments']) {
    expect(html).toMatch(new RegExp(`<analysis-${name}\\s+slug="[\\w-]+"\\s+server="http[^"]+"`));
  }
});
