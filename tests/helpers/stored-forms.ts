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

/** The forms in which a text may be stored, as the documents say: NFC, trimmed, or an address, or a tag. */
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

/** Why what is stored of a value may not be stored; null when it may. */
export function wrongWith(sent: unknown, stored: unknown): string | null {
  if (stored === undefined || stored === null || stored === '')
    return isBlank(sent) ? null : 'nothing';
  if (stored instanceof Date) {
    if (typeof sent !== 'string' || Number.isNaN(stored.getTime())) return 'no date';
    return stored.getTime() === new Date(sent).getTime() ? null : 'another date';
  }
  if (typeof stored !== 'string') {
    return JSON.stringify(stored) === JSON.stringify(sent) ? null : 'another value';
  }
  if (typeof sent !== 'string') return 'a text of what was none';
  if (LONE_SURROGATE.test(stored)) return 'half a character';
  if (CONTROL.test(stored)) return 'a control character';
  if (stored !== stored.normalize('NFC')) return 'not NFC';
  if (stored !== stored.trim() && !/[\u2066-\u2069]/.test(stored)) return 'blanks around it';
  return formsOf(sent).includes(stored) ? null : 'another text';
}

/** A value in a message. */
export const told = (value: unknown): string =>
  JSON.stringify(value)?.slice(0, 80) ?? String(value);
