import { readFileSync } from 'node:fs';
import path from 'node:path';

/** Extensions that the ingest command and the demo take. */
export const POST_FILES = ['.json', '.ndjson', '.txt', '.md'];

/**
 * Reads a file of generated posts.
 * @returns {{ name: string, post: { format: 'json', data: unknown } | { format: 'text', text: string } }[]}
 * @throws when the file cannot be read or is not what its name says
 */
export function readPosts(file) {
  const name = path.relative(process.cwd(), file) || file;
  const text = readFileSync(file, 'utf8');
  const json = (data, mark = '') => ({ name: `${name}${mark}`, post: { format: 'json', data } });
  switch (path.extname(file).toLowerCase()) {
    case '.json': {
      const data = JSON.parse(text);
      return Array.isArray(data)
        ? data.map((each, index) => json(each, `[${index}]`))
        : [json(data)];
    }
    case '.ndjson':
      return text
        .split('\n')
        .map((line, index) => [line.trim(), index + 1])
        .filter(([line]) => line !== '')
        .map(([line, number]) => json(JSON.parse(line), `:${number}`));
    case '.txt':
    case '.md':
      return [{ name, post: { format: 'text', text } }];
    default:
      throw new Error(`Only ${POST_FILES.join(', ')} files hold posts`);
  }
}
