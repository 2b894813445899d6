import {
  createLocalizer,
  matchTag,
  type Localizer as SharedLocalizer,
  type PlainKey,
} from '../../../shared/localizer';
import { MESSAGE_OF_CODE } from '../../../shared/messages/fault-text';
import { en as sharedEn, type SharedMessages } from '../../../shared/messages/en';
import { ApiError } from './api';
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

/** The message for a request that failed. @param error what it threw */
export function failureText({ t }: Localizer, error: unknown): string {
  const { status, faults } = error instanceof ApiError ? error : new ApiError(0);
  if (status === 0) return t('offline');
  if (status === 403) return t(MESSAGE_OF_CODE[faults[0]?.code ?? ''] ?? 'refused');
  if (status === 404) return t('gone');
  if (status === 429) return t('tooMany');
  return t('failed');
}
