import { defined } from '../../../../shared/defined';
import { TextDecoder } from 'node:util';
import { fault } from '../../../../shared/faults';
import { assertNoFaults } from '../errors';

/**
 * What windows-1252 has at 0x80..0x9f (WHATWG Encoding, index-windows-1252). Node reads it there as
 * ISO 8859-1 does in several of its versions (nodejs/node#56542), and so makes controls of dashes
 * and curly quotes.
 */
const WINDOWS_1252 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

const BYTE_ORDER_MARKS: [number[], string][] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
];

/** The charset that a Content-Type declares, in lower case; null where it declares none. */
export function declaredCharset(contentType: string | undefined): string | null {
  const [, quoted, bare] =
    /;\s{0,9}charset\s{0,9}=\s{0,9}(?:"([^"]{1,40})"|([^\s;"]{1,40}))/i.exec(contentType ?? '') ??
    [];
  return (quoted ?? bare)?.toLowerCase() ?? null;
}

/** Whether Strapi's body parser reads a charset right: it takes every body for UTF-8. */
export const isUtf8 = (charset: string | null): boolean =>
  charset === null || ['utf-8', 'utf8', 'us-ascii', 'ascii'].includes(charset);

function decoderOf(charset: string): TextDecoder | null {
  try {
    return new TextDecoder(charset, { fatal: true });
  } catch {
    return null;
  }
}

/** Whether `decodeText` knows a charset. */
export const isKnownCharset = (charset: string): boolean => decoderOf(charset) !== null;

/**
 * Bytes as text. A byte order mark wins over what was declared; without either they are UTF-8.
 * @param charset a label of the WHATWG Encoding Standard, such as `windows-1252`; see
 *   `isKnownCharset`
 * @throws ValidationError where the bytes are not of that encoding, and nothing is replaced
 */
export function decodeText(bytes: Uint8Array, charset: string | null): string {
  const marked = BYTE_ORDER_MARKS.find(([mark]) => mark.every((byte, at) => bytes[at] === byte));
  const label = marked?.[1] ?? charset ?? 'utf-8';
  const decoder = decoderOf(label);
  try {
    const text = decoder?.decode(bytes);
    if (decoder?.encoding === 'windows-1252' && text !== undefined) {
      return text.replace(/[\x80-\x9f]/g, (each) =>
        defined(WINDOWS_1252[each.charCodeAt(0) - 0x80])
      );
    }
    if (text !== undefined) return text;
  } catch {
    // Refused below, as is a charset that is not known.
  }
  assertNoFaults([fault([], 'ill_formed', `the text is not encoded in ${label}`)]);
  return '';
}
