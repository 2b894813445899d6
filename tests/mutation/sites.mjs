import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

/** Files that decide nothing: schemas, documentation, tables of data, wiring and types. */
const NOT_MUTATED =
  /(\.test\.ts|\.d\.ts|(^|[/-])(schema|schemas|operations|routes|types|uids|config|words|messages|editor-view|page-style|page|content-types|register|bootstrap|destroy|registry|index)\.ts|openapi\/|api-docs\/)/;

/** What runs only for a log line or says something only to a developer. */
const LOGS = /\blog\.(debug|info|warn|error|http)\(/;

const MESSAGE_CALLS = new Set(['fault', 'forbidden', 'notFound']);

const FLIPPED = {
  [ts.SyntaxKind.LessThanToken]: '<=',
  [ts.SyntaxKind.LessThanEqualsToken]: '<',
  [ts.SyntaxKind.GreaterThanToken]: '>=',
  [ts.SyntaxKind.GreaterThanEqualsToken]: '>',
};

/**
 * One change of one place of a source file.
 * @typedef {object} Site
 * @property {string} file from the repository's root
 * @property {number} line from 1
 * @property {'condition' | 'boundary' | 'await' | 'transaction' | 'check'} kind
 * @property {number} start first character that is replaced
 * @property {number} end first character after it
 * @property {string} text what takes its place
 * @property {string} was the text before, in one line
 */

/** @returns {Generator<string>} the TypeScript files below a folder, sorted */
function* sourcesOf(folder) {
  const entries = readdirSync(folder, { withFileTypes: true });
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) yield* sourcesOf(file);
    else if (file.endsWith('.ts')) yield file;
  }
}

const nameOfCall = (node) => {
  const { expression } = node;
  return ts.isIdentifier(expression)
    ? expression.text
    : ts.isPropertyAccessExpression(expression)
      ? expression.name.text
      : '';
};

/** A guard: `if (…) throw …` without an else. */
const isThrow = (statement) =>
  ts.isThrowStatement(statement) ||
  (ts.isBlock(statement) && statement.statements.length === 1 && isThrow(statement.statements[0]));

/** Whether a node stands in the text of a message, where another value changes no behaviour. */
function isInMessage(node) {
  for (let at = node; at.parent; at = at.parent) {
    if (ts.isTemplateSpan(at.parent)) return true;
    if (ts.isCallExpression(at.parent) && MESSAGE_CALLS.has(nameOfCall(at.parent))) return true;
    if (ts.isStatement(at)) return false;
  }
  return false;
}

/** @returns {Omit<Site, 'file' | 'line' | 'was'>[]} the changes of one node, without its children's */
function changesOf(node, source) {
  const change = (kind, target, text) => ({
    kind,
    start: target.getStart(source),
    end: target.getEnd(),
    text,
  });
  const textOf = (each) => each.getText(source);
  if (ts.isIfStatement(node)) {
    if (LOGS.test(textOf(node.thenStatement)) && !node.elseStatement) return [];
    const flip = change('condition', node.expression, `!(${textOf(node.expression)})`);
    return !node.elseStatement && isThrow(node.thenStatement)
      ? [change('check', node, ';'), flip]
      : [flip];
  }
  if (ts.isConditionalExpression(node) && !isInMessage(node)) {
    return [change('condition', node.condition, `!(${textOf(node.condition)})`)];
  }
  if (ts.isBinaryExpression(node) && !isInMessage(node))
    return changesOfBinary(node, textOf, change);
  if (ts.isExpressionStatement(node)) {
    const awaited = ts.isAwaitExpression(node.expression) ? node.expression : null;
    const call = awaited ? awaited.expression : node.expression;
    const asserts = ts.isCallExpression(call) && /^assert/.test(nameOfCall(call));
    return [
      ...(asserts ? [change('check', node, ';')] : []),
      ...(awaited ? [change('await', node, `void (${textOf(call)});`)] : []),
    ];
  }
  if (
    ts.isCallExpression(node) &&
    nameOfCall(node) === 'inTransaction' &&
    node.arguments.length > 1
  ) {
    const [strapi, work] = node.arguments.map(textOf);
    const plain = `(async (s: any, w: any) => w(s.db.connection))(${strapi}, ${work})`;
    return [change('transaction', node, plain)];
  }
  return [];
}

function changesOfBinary(node, textOf, change) {
  const { left, right, operatorToken } = node;
  const [a, b] = [textOf(left), textOf(right)];
  const flipped = FLIPPED[operatorToken.kind];
  // Of a comparator's two equal values either may come first.
  const compares = ts.isConditionalExpression(node.parent) && textOf(node.parent).includes('-1');
  if (flipped && compares) return [];
  if (flipped) return [change('boundary', node, `${a} ${flipped} ${b}`)];
  switch (operatorToken.kind) {
    case ts.SyntaxKind.PlusToken:
    case ts.SyntaxKind.MinusToken:
      return b === '1' ? [change('boundary', node, a)] : [];
    case ts.SyntaxKind.AmpersandAmpersandToken:
      return [change('condition', node, `(${a}) || (${b})`)];
    case ts.SyntaxKind.BarBarToken:
      return [change('condition', node, `(${a}) && (${b})`)];
    default:
      return [];
  }
}

/**
 * Every place of the server's rules, stores, use cases and adapters that can be changed.
 * @param {string} root the repository
 * @param {string} [folder] from there
 * @returns {Site[]} in the order of files and lines
 */
export function findSites(root, folder = 'plugins/analysis/server/src') {
  const sites = [];
  for (const full of sourcesOf(path.join(root, folder))) {
    const file = path.relative(root, full);
    if (NOT_MUTATED.test(file)) continue;
    sites.push(...sitesOf(file, readFileSync(full, 'utf8')));
  }
  return sites;
}

/** The same of one file. @returns {Site[]} */
export function sitesOf(file, text) {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true);
  const sites = [];
  const visit = (node) => {
    for (const change of changesOf(node, source)) {
      const line = source.getLineAndCharacterOfPosition(change.start).line + 1;
      const was = text.slice(change.start, change.end).replace(/\s+/g, ' ');
      sites.push({ file, line, ...change, was });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return sites;
}

/** The text of a file with a site's change made. */
export const mutate = (text, { start, end, text: by }) =>
  text.slice(0, start) + by + text.slice(end);

/** Random numbers from 0 to 1 that a seed decides (mulberry32). */
export function random(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** The order in which kinds take turns. */
const TURNS = [
  ...['condition', 'check', 'boundary', 'await'],
  ...['condition', 'check', 'boundary', 'transaction'],
];

/**
 * Draws sites: the kinds take turns, and each takes one of the folder that has the fewest so far.
 * @param {Site[]} sites
 * @param {{ count: number, seed: number }} options
 * @returns {Site[]}
 */
export function drawSites(sites, { count, seed }) {
  const next = random(seed);
  const shuffled = sites
    .map((site) => ({ site, at: next() }))
    .sort((a, b) => a.at - b.at)
    .map(({ site }) => site);
  const left = new Map(TURNS.map((kind) => [kind, shuffled.filter((each) => each.kind === kind)]));
  const drawn = [];
  const inFolder = new Map();
  const folderOf = ({ file }) => path.dirname(file);
  const seen = new Set();
  for (
    let turn = 0;
    drawn.length < count && [...left.values()].some((of) => of.length > 0);
    turn += 1
  ) {
    const of = left.get(TURNS[turn % TURNS.length]);
    if (of.length === 0) continue;
    const fewest = Math.min(...of.map((each) => inFolder.get(folderOf(each)) ?? 0));
    const at = of.findIndex((each) => (inFolder.get(folderOf(each)) ?? 0) === fewest);
    const [site] = of.splice(at, 1);
    // A guard is removed or flipped, not both.
    const place = `${site.file}:${site.line}`;
    if (seen.has(place)) continue;
    seen.add(place);
    inFolder.set(folderOf(site), fewest + 1);
    drawn.push(site);
  }
  return drawn;
}
