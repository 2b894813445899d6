import { expect, test } from '@jest/globals';
import { MAX_BYTES, textOf } from './read-file';

const bytes = (...values: number[]) => new Uint8Array(values);
const latin = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'));

test.each([
  ['UTF-8', new Uint8Array(Buffer.from('Résumé – 要旨')), 'Résumé – 要旨'],
  ['UTF-8 with its mark', bytes(0xef, 0xbb, 0xbf, 0x41), 'A'],
  ['UTF-16, little end first', bytes(0xff, 0xfe, 0xe9, 0x00), 'é'],
  ['UTF-16, big end first', bytes(0xfe, 0xff, 0x00, 0xe9), 'é'],
  ['nothing', bytes(), ''],
])('%s is read', (_name, given, text) => {
  expect(textOf(given)).toEqual({ ok: true, text });
});

test.each([
  ['another encoding', latin('Résumé')],
  ['an image', bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00)],
  ['what only looks like text', bytes(0x41, 0x00, 0x42)],
])('%s is refused, not read with other letters', (_name, given) => {
  expect(textOf(given)).toEqual({ ok: false, why: 'notText' });
});

test('a file that is too big is refused before it is read', () => {
  expect(textOf(new Uint8Array(MAX_BYTES + 1).fill(0x41))).toEqual({ ok: false, why: 'tooBig' });
});
