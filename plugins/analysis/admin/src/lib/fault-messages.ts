import type { IntlShape } from 'react-intl';
import type { SentFault } from './refusals';

type Intl = Pick<IntlShape, 'messages' | 'formatMessage' | 'locale'>;

/** Faults that a notification names; the form marks them all. */
const NAMED = 5;

const withEnd = (text: string): string => (/[.!?…]$/.test(text) ? text : `${text}.`);

function withFirst(text: string, change: (letter: string) => string): string {
  const [first = '', ...rest] = text;
  return change(first) + rest.join('');
}

/** In the administrator's language where there is a text for it, else as the server says it. */
function sentence({ path, code, message, params = {} }: SentFault, intl: Intl): string {
  const field = path.filter((key) => typeof key === 'string').join('.');
  const id = [`analysis.faults.${field}.${code}`, `analysis.faults.${code}`].find(
    (each) => each in intl.messages
  );
  const text = id === undefined ? null : formatted(id, params, intl);
  return withEnd(withFirst(text ?? message, (letter) => letter.toLocaleUpperCase(intl.locale)));
}

/** Null when the text speaks of a number that the fault does not have. */
function formatted(id: string, params: Record<string, string | number>, intl: Intl): string | null {
  const message = intl.messages[id];
  // Compiled messages are lists; Strapi's translations are texts.
  const needed = (typeof message === 'string' ? message : '').match(/\{\w+(?=[,}])/g) ?? [];
  if (needed.some((name) => !(name.slice(1) in params))) return null;
  return intl.formatMessage({ id }, params);
}

/** What the form calls a field, a summary, and a part of one. */
export function labelOf(path: SentFault['path'], model: string, intl: Intl): string {
  const [field, place, part] = path;
  const summary =
    part === undefined ? 'analysis.summaries.title' : `analysis.summaries.place.${part}`;
  if (field === 'summaries' && typeof place === 'number' && summary in intl.messages) {
    return intl.formatMessage({ id: summary }, { number: place + 1 });
  }
  const id = `content-manager.content-types.${model}.${field}`;
  return id in intl.messages ? intl.formatMessage({ id }) : path.join('.');
}

/**
 * Puts faults in the administrator's language: for the fields what is wrong, and for the notification
 * all of it with the fields' labels.
 * @param model the uid of the content type
 */
export function faultTexts<F extends SentFault>(
  faults: readonly F[],
  model: string,
  intl: Intl
): { message: string; faults: F[] } {
  const localized = faults.map((fault) => ({ ...fault, message: sentence(fault, intl) }));
  const lines = localized.slice(0, NAMED).map(({ path, message }) =>
    intl.formatMessage(
      { id: 'analysis.faults.named' },
      {
        label: labelOf(path, model, intl),
        text: withFirst(message, (letter) => letter.toLocaleLowerCase(intl.locale)),
      }
    )
  );
  const count = localized.length - lines.length;
  if (count > 0) lines.push(intl.formatMessage({ id: 'analysis.faults.more' }, { count }));
  return { message: lines.join(' '), faults: localized };
}
