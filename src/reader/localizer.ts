import {
  createLocalizer,
  en as sharedEn,
  faultText as sharedFaultText,
  fr as sharedFr,
  matchTag,
  type Localizer as SharedLocalizer,
  type PlainKey,
  type SharedMessages,
} from 'strapi-plugin-analysis/messages';
import type { FormFault } from './form-parts';
import { en, type OwnMessages } from './messages-en';
import { fr } from './messages-fr';

type ReaderMessages = SharedMessages & OwnMessages;

const CATALOGS = { en: { ...sharedEn, ...en }, fr: { ...sharedFr, ...fr } };

/** The languages that the pages have messages in. */
export const LOCALES: readonly string[] = Object.keys(CATALOGS);

/** The pages' messages, numbers and dates in one language; times are in UTC. */
export type Localizer = SharedLocalizer<ReaderMessages>;
export type MessageKey = PlainKey<ReaderMessages>;

/** The fields that publishing asks for. */
const FIELD_NAMES: Readonly<Record<string, MessageKey>> = {
  title: 'fieldTitle',
  language: 'fieldLanguage',
  body: 'fieldBody',
  originalLink: 'fieldOriginalLink',
  coverAlt: 'fieldCoverAlt',
};

/** @param locale as `chooseLocale` returns it */
export const localizerFor = (locale: string): Localizer =>
  createLocalizer<ReaderMessages>(CATALOGS, locale, 'UTC');

/**
 * The language of a page's messages.
 * @param tags BCP 47 tags by preference
 * @returns the first of `LOCALES` that a tag names, else `en`
 */
export const chooseLocale = (tags: readonly string[]): string =>
  matchTag(tags, LOCALES).split('-')[0] ?? 'en';

/** What editors call a field of an article; the field's own name when they call it nothing. */
export function fieldName({ t }: Localizer, name: string): string {
  const key = FIELD_NAMES[name];
  return key ? t(key) : name;
}

/** The message for a fault of a form's field, by the code that the services give. */
export const faultText = (localizer: Localizer, fault: FormFault): string =>
  fault.code === 'too_many' ? localizer.t('tooManyText') : sharedFaultText(localizer, fault);
