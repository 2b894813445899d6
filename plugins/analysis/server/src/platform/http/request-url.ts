/**
 * What is wrong with an address: one that holds a NUL or broken percent-encoding names nothing
 * here, parsers differ in what they make of it, and PostgreSQL answers a NUL with an error.
 * @param url as on the request line
 * @returns null when it is well-formed
 */
export function urlFault(url: string): 'ill_formed' | 'control_character' | null {
  try {
    return decodeURIComponent(url).includes('\0') ? 'control_character' : null;
  } catch {
    return 'ill_formed';
  }
}
