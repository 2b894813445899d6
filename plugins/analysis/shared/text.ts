/** C0 and C1 controls and DEL; a text of several lines may hold tab and line feed. */
const CONTROL_IN_LINE = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/u;
const CONTROL_IN_TEXT = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/u;
/** Overrides and embeddings that make a name or a title read as another; plain marks are fine. */
const BIDI_CONTROL = /[\u202a-\u202e\u2066-\u2069]/u;

/** True when a UTF-16 string has no lone surrogate, so that every database and encoder takes it. */
export const isWellFormed = (value: string): boolean => !/\p{Surrogate}/u.test(value);

/** True when a one-line field holds a control character or a bidirectional override. */
export const hasLineControls = (value: string): boolean =>
  CONTROL_IN_LINE.test(value) || BIDI_CONTROL.test(value);

/** True when a text of several lines holds a control character other than tab and line feed. */
export const hasTextControls = (value: string): boolean => CONTROL_IN_TEXT.test(value);

/** The number of Unicode code points. */
export function characters(value: string): number {
  let count = 0;
  for (let index = 0; index < value.length; index += 1) {
    const unit = value.charCodeAt(index);
    if (unit < 0xdc00 || unit > 0xdfff) count += 1;
  }
  return count;
}

/** NFC and trimmed: the form in which a one-line field is kept and compared. */
export const normaliseLine = (value: string): string => value.normalize('NFC').trim();

/** NFC, line feeds only, no byte order mark, trimmed: the form in which a longer text is kept. */
export const normaliseText = (value: string): string =>
  value
    .replace(/^\ufeff/, '')
    .replace(/\r\n?/g, '\n')
    .normalize('NFC')
    .trim();
