const CONTROL = /[\0-\x08\x0b-\x1f\x7f-\x9f]/;
const LONE_SURROGATE = /\p{Surrogate}/u;

/** U+2066 to U+2068 that no U+2069 of their line ends. */
function openIsolates(line: string): number {
  let open = 0;
  for (const each of line) {
    if (each >= '\u2066' && each <= '\u2068') open += 1;
    else if (each === '\u2069') open = Math.max(0, open - 1);
  }
  return open;
}
const closed = (value: string): string =>
  value
    .split('\n')
    .map((each) => each + '\u2069'.repeat(openIsolates(each)))
    .join('\n');
const lines = (value: string): string =>
  value.replace(/^\ufeff/, '').replace(/\r\n?|[\v\f\u2028\u2029]/g, '\n');

const hrefOf = (value: string): string[] =>
  URL.canParse(value) && /^https?:$/.test(new URL(value).protocol) ? [new URL(value).href] : [];
const tagOf = (value: string): string[] => {
  try {
    return Intl.getCanonicalLocales(value);
  } catch {
    return [];
  }
};

/** An empty field of a form is none, and what nobody can see is nothing. */
const isBlank = (value: unknown): boolean =>
  typeof value !== 'string' ||
  !/[^\p{Default_Ignorable_Code_Point}\u2800\ufff9-\ufffb\u{13430}-\u{1343f}\u{1d159}\s]/u.test(
    value
  );

/** The forms in which a text may be kept, as the documents say: NFC, trimmed, or an address, or a tag. */
function formsOf(sent: string): unknown[] {
  const trimmed = sent.normalize('NFC').trim();
  const [name = '', domain = ''] = trimmed.split(/@(?=[^@]*$)/);
  return [
    closed(trimmed),
    closed(lines(sent).normalize('NFC').trim()),
    ...hrefOf(trimmed),
    ...hrefOf(`https://${trimmed}`),
    ...tagOf(trimmed),
    `${name}@${domain.toLowerCase()}`,
  ];
}

/** Why what is kept of a value may not be kept; null when it may. */
export function wrongWith(sent: unknown, kept: unknown): string | null {
  if (kept === undefined || kept === null || kept === '') return isBlank(sent) ? null : 'nothing';
  if (kept instanceof Date) {
    if (typeof sent !== 'string' || Number.isNaN(kept.getTime())) return 'no date';
    return kept.getTime() === new Date(sent).getTime() ? null : 'another date';
  }
  if (typeof kept !== 'string') {
    return JSON.stringify(kept) === JSON.stringify(sent) ? null : 'another value';
  }
  if (typeof sent !== 'string') return 'a text of what was none';
  if (LONE_SURROGATE.test(kept)) return 'half a character';
  if (CONTROL.test(kept)) return 'a control character';
  if (kept !== kept.normalize('NFC')) return 'not NFC';
  if (kept !== kept.trim() && !/[\u2066-\u2069]/.test(kept)) return 'blanks around it';
  return formsOf(sent).includes(kept) ? null : 'another text';
}

/** A value in a message. */
export const told = (value: unknown): string =>
  JSON.stringify(value)?.slice(0, 80) ?? String(value);
