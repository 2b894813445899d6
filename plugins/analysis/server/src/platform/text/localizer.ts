/** The messages of one language, filled in. */
export interface Localizer<Key extends string> {
  language: 'en' | 'fr';
  /** A message, its `{…}` filled in with values, which stand in it as they are. */
  t(key: Key, values?: Record<string, string | number>): string;
  /** A moment with its zone, UTC. */
  date(value: Date): string;
}

/**
 * Makes the localizer of some messages.
 * @returns for a BCP 47 tag the messages of its language where there are some, else the English
 */
export const localizerOf =
  <Key extends string>(messages: Record<'en' | 'fr', Record<Key, string>>) =>
  (tag: string): Localizer<Key> => {
    const language = tag.toLowerCase().split('-')[0] === 'fr' ? 'fr' : 'en';
    const format = new Intl.DateTimeFormat(language, {
      dateStyle: 'long',
      timeStyle: 'short',
      timeZone: 'UTC',
    });
    return {
      language,
      t: (key, values = {}) =>
        messages[language][key].replace(/\{(\w+)\}/g, (_whole, name: string) =>
          String(values[name] ?? '')
        ),
      date: (value) => `${format.format(value)} UTC`,
    };
  };
