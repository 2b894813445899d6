import {
  createLocalizer,
  matchTag,
  type Localizer as SharedLocalizer,
  type PlainKey,
} from '../../../shared/localizer';
import { en as sharedEn, type SharedMessages } from '../../../shared/messages/en';
import { en, type OwnMessages } from './messages-en';
import { fr as sharedFr } from '../../../shared/messages/fr';
import { fr } from './messages-fr';

type EmbedMessages = SharedMessages & OwnMessages;

const CATALOGS = { en: { ...sharedEn, ...en }, fr: { ...sharedFr, ...fr } };

/** The elements' messages, numbers and dates in one language. */
export type Localizer = SharedLocalizer<EmbedMessages>;
export type MessageKey = PlainKey<EmbedMessages>;

/**
 * The first of some BCP 47 tags in whose language the elements have messages, else English.
 * @param tags by preference: the element's, the page's, the reader's
 */
export const chooseTag = (tags: readonly (string | null | undefined)[]): string =>
  matchTag(tags, Object.keys(CATALOGS));

/** @param tag as `chooseTag` returns it */
export const localizerFor = (tag: string): Localizer =>
  createLocalizer<EmbedMessages>(CATALOGS, tag);

/** The message for a request that failed. @param status HTTP status; 0 when none came */
export function failureText({ t }: Localizer, status: number): string {
  if (status === 0) return t('offline');
  if (status === 403) return t('refused');
  if (status === 404) return t('gone');
  if (status === 429) return t('tooMany');
  return t('failed');
}
