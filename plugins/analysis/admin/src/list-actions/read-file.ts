/** What a single request may hold, in bytes. */
export const MAX_BYTES = 1_000_000;

export const ACCEPTED = '.txt,.md,.markdown,text/plain,text/markdown';

export type FileText = { ok: true; text: string } | { ok: false; why: 'tooBig' | 'notText' };

/** Encodings that a byte order mark names; without one a file is UTF-8 or is refused. */
const MARKS: [number[], string][] = [
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
];

const encodingOf = (bytes: Uint8Array): string =>
  MARKS.find(([mark]) => mark.every((byte, at) => bytes[at] === byte))?.[1] ?? 'utf-8';

/**
 * The text of a file. Bytes that its encoding does not know are never replaced: a page with other
 * letters than the file's would be published unseen.
 */
export function textOf(bytes: Uint8Array): FileText {
  if (bytes.length > MAX_BYTES) return { ok: false, why: 'tooBig' };
  try {
    const text = new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes);
    return text.includes('\0') ? { ok: false, why: 'notText' } : { ok: true, text };
  } catch {
    return { ok: false, why: 'notText' };
  }
}
