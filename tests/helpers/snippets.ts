import { readFileSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.resolve(__dirname, '../..');

/**
 * The code of one section of a guide, in the order in which a reader meets it.
 * @param file from the repository's root
 * @param language as the fences say it
 */
export function snippetsOf(file: string, section: string, language = 'ts'): string {
  const text = readFileSync(path.join(ROOT, file), 'utf8');
  const [, after] = text.split(`\n## ${section}\n`);
  if (after === undefined) throw new Error(`${file} has no section ${section}`);
  const [body = ''] = after.split('\n## ');
  const found = [...body.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)];
  return found.flatMap(([, name, code]) => (name === language ? [code] : [])).join('\n');
}
