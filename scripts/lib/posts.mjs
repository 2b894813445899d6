import { readFileSync } from 'node:fs';
import path from 'node:path';

/** Extensions that the ingest command and the demo take. */
export const POST_FILES = ['.json', '.ndjson', '.txt', '.md', '.html'];

const utf8 = (bytes) => new TextDecoder('utf-8', { fatal: true }).decode(bytes);

/**
 * Reads a file of generated posts.
 * @param {string} file
 * @param {(bytes: Uint8Array) => string} [decode] throws where the bytes are in another encoding
 * @returns {{ name: string, post: { format: 'json', data: unknown } | { format: 'text', text: string, type?: 'markdown' | 'html' } }[]}
 * @throws when the file cannot be read or is not what its name says
 */
export function readPosts(file, decode = utf8) {
  const name = path.relative(process.cwd(), file) || file;
  const text = decode(readFileSync(file));
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
      return [{ name, post: { format: 'text', text } }];
    case '.md':
      return [{ name, post: { format: 'text', text, type: 'markdown' } }];
    case '.html':
      return [{ name, post: { format: 'text', text, type: 'html' } }];
    default:
      throw new Error(`Only ${POST_FILES.join(', ')} files hold posts`);
  }
}
