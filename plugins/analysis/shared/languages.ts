/**
 * The key by which two BCP 47 tags name the same language: the canonical tag with its likely
 * subtags (UTS 35, "Likely Subtags"), without the `-u-` extension. `zh-TW`, `zh-Hant` and
 * `zh-Hant-TW` share a key, as do `fr` and `fr-FR`, `sr` and `sr-Cyrl`; `fr` and `fr-CA`, `zh` and
 * `zh-Hant`, `de` and `de-1901` do not. A region counts only where it is not the likely one, for
 * the likely one is what a tag without a region means. `-u-` says how dates and numbers are
 * written, not in which language; `-t-` and `-x-` tell texts apart (`en-x-simple`) and stay.
 *
 * Two tags of one macrolanguage (`no` and `nb`) are different languages here, although a reader
 * of one is served the other. Compare keys, never store them: likely subtags change with ICU.
 * @param tag any string
 * @returns the key; for what is no BCP 47 tag the string itself in lower case
 */
export function languageKey(tag: string): string {
  let locale: Intl.Locale;
  try {
    locale = new Intl.Locale(tag);
  } catch {
    return tag.trim().toLowerCase();
  }
  // `und` is a language that is not known; its likely subtags would make it English.
  const whole = (/^und(-|$)/.test(String(locale)) ? locale : locale.maximize()).toString();
  const [before = '', ...privateUse] = whole.split('-x-');
  return [before.replace(/-u(?:-[a-z\d]{2,8})+/, ''), ...privateUse].join('-x-');
}
