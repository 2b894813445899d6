import { defined } from '../../../../shared/defined';
import { fold } from '../../platform/text/fold';
import { tokenise } from './tokenizer';

const SHINGLE = 3;
const BITS = 64;
/** Below this many words texts are alike by chance: `Thank you!`, `I agree`. */
const MIN_WORDS = 8;
/**
 * Of 64 bits. Manku et al. took 3 for web pages; one word changed in 80 makes about 5, and no two
 * unrelated comments of our corpus differ in fewer than 10.
 */
const NEAR = 6;

/** FNV-1a with MurmurHash3's finaliser, so that each bit depends on each character. */
function hash32(text: string, seed: number): number {
  let hash = seed;
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** Words as compared: addresses and numbers are what a template changes from post to post. */
const comparable = (text: string): string[] =>
  tokenise(fold(text).replace(/(?:https?:\/\/|www\.)\S+/gu, ' link ')).words.map(({ plain }) =>
    (plain as string).replace(/\p{N}+/gu, '0')
  );

/**
 * The SimHash of a text's three-word shingles: texts that share most of them differ in few bits.
 * Charikar, Similarity estimation techniques from rounding algorithms (STOC 2002); shingles after
 * Manku, Jain and Das Sarma, Detecting near-duplicates for web crawling (WWW 2007).
 * @returns 16 hexadecimal digits, or null for a text too short to say
 */
export function fingerprint(text: string): string | null {
  const words = comparable(text);
  if (words.length < MIN_WORDS) return null;
  const weights = new Int32Array(BITS);
  for (let at = 0; at + SHINGLE <= words.length; at += 1) {
    const shingle = words.slice(at, at + SHINGLE).join(' ');
    const halves = [hash32(shingle, 0x811c9dc5), hash32(shingle, 0x9747b28c)] as const;
    for (let bit = 0; bit < BITS; bit += 1) {
      const half = halves[bit < 32 ? 0 : 1];
      weights[bit] = defined(weights[bit]) + ((half >>> (31 - (bit % 32))) & 1 ? 1 : -1);
    }
  }
  let digits = '';
  for (let at = 0; at < BITS; at += 4) {
    const nibble = weights
      .subarray(at, at + 4)
      .reduce((sum, weight) => sum * 2 + (weight > 0 ? 1 : 0), 0);
    digits += nibble.toString(16);
  }
  return digits;
}

/** A fingerprint as two halves of 32 bits, which compare in a few operations. */
export type Halves = readonly [number, number];

export const halvesOf = (digits: string): Halves => [
  parseInt(digits.slice(0, 8), 16),
  parseInt(digits.slice(8), 16),
];

/** How many bits of 32 are set: added up in pairs, fours, bytes. */
function setBits(value: number): number {
  const pairs = value - ((value >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** In how many bits two fingerprints differ. */
export const distance = (left: Halves, right: Halves): number =>
  setBits(left[0] ^ right[0]) + setBits(left[1] ^ right[1]);

/**
 * Whether two fingerprints are of nearly the same text. Up to three differing bits leave one of
 * four bands untouched, so that a lookup by band finds every such pair; of those with six it finds
 * more than half, and one of a campaign's many copies is enough.
 */
export const isNear = (left: Halves, right: Halves, within = NEAR): boolean =>
  distance(left, right) <= within;
