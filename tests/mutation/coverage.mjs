import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import path from 'node:path';

/**
 * What one test file ran of one source file.
 * @typedef {Map<number, number>} Lines how often by line, from 1
 */

/** How often the code at a place ran: what the innermost range around it says. */
function countAt(ranges, offset) {
  let found = null;
  for (const range of ranges) {
    const isAround = range.startOffset <= offset && offset < range.endOffset;
    const size = range.endOffset - range.startOffset;
    if (isAround && (found === null || size < found.endOffset - found.startOffset)) found = range;
  }
  return found?.count ?? 0;
}

/** The places of a compiled file that begin a line, with the line of the source that each is of. */
function placesOf(compiled) {
  const text = readFileSync(compiled, 'utf8');
  const map = new SourceMap(JSON.parse(readFileSync(`${compiled}.map`, 'utf8')));
  const places = [];
  let offset = 0;
  for (const [at, line] of text.split('\n').entries()) {
    const indent = line.search(/\S/);
    const entry = indent < 0 ? {} : map.findEntry(at, indent);
    if (entry.originalLine !== undefined) {
      places.push({ offset: offset + indent, line: entry.originalLine + 1 });
    }
    offset += line.length + 1;
  }
  return places;
}

/** How often each test file of a folder of coverage ran the lines of one source file. */
export class Coverage {
  /** @type {Map<string, { functions: Map<string, object[]>, total: number }>} */
  #byTest = new Map();
  #places = new Map();

  /**
   * @param {string} folder where the environment wrote it
   * @param {(file: string) => string} compiledTo where a source file was compiled to
   */
  constructor(folder, compiledTo) {
    this.compiledTo = compiledTo;
    if (!existsSync(folder)) return;
    for (const name of readdirSync(folder)) {
      const scripts = JSON.parse(readFileSync(path.join(folder, name), 'utf8'));
      const functions = new Map();
      let total = 0;
      for (const { url, functions: of } of scripts) {
        functions.set(
          decodeURI(new URL(url).pathname),
          of.flatMap(({ ranges }) => ranges)
        );
        for (const { ranges } of of) total += ranges[0].count;
      }
      this.#byTest.set(name.replace(/\.json$/, '').replaceAll('__', '/'), { functions, total });
    }
  }

  get tests() {
    return [...this.#byTest.keys()];
  }

  /**
   * Which test files ran a line, and how much of all that they ran it was.
   * @returns {{ test: string, share: number }[]}
   */
  of({ file, line }) {
    const compiled = this.compiledTo(file);
    if (!this.#places.has(compiled)) this.#places.set(compiled, placesOf(compiled));
    const places = this.#places.get(compiled);
    // A change in the midst of a statement is of the line on which the statement begins.
    const nearest = Math.max(...places.map((place) => place.line).filter((each) => each <= line));
    const here = places.filter((place) => place.line === nearest);
    return this.tests.flatMap((test) => {
      const { functions, total } = this.#byTest.get(test);
      const ranges = functions.get(compiled);
      if (ranges === undefined) return [];
      const count = Math.max(0, ...here.map(({ offset }) => countAt(ranges, offset)));
      return count > 0 ? [{ test, share: count / Math.max(1, total) }] : [];
    });
  }
}

const wordsOf = (file) =>
  path
    .dirname(file)
    .split('/')
    .slice(-2)
    .concat(path.basename(file, '.ts'))
    .flatMap((part) => part.split(/[.-]/))
    .filter((word) => word.length > 3)
    .map((word) => word.replace(/s$/, ''));

/**
 * The test files most about a place: those of which it is the largest part, or that are named
 * after it, and the quick ones before the slow.
 * @param {Site} site
 * @param {{ test: string, share: number }[]} covering
 * @param {{ most: number, secondsOf: (test: string) => number }} options
 * @returns {string[]} the likeliest first
 */
export function likeliest(site, covering, { most, secondsOf }) {
  const words = wordsOf(site.file);
  const scoreOf = ({ test, share }) => {
    const named = words.filter((word) => path.basename(test).includes(word)).length;
    return (share * 4 ** Math.min(named, 2)) / Math.max(5, secondsOf(test)) ** 0.5;
  };
  return covering
    .map((each) => ({ test: each.test, score: scoreOf(each) }))
    .sort((a, b) => b.score - a.score)
    .slice(0, most)
    .map(({ test }) => test);
}
