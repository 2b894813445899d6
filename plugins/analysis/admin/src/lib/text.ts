import { useCallback } from 'react';
import { useIntl } from 'react-intl';
import en from '../translations/en.json';

type MessageKey = keyof typeof en;
type ShortKey<Area extends string, Key = MessageKey> = Key extends `analysis.${Area}.${infer Name}`
  ? Name
  : never;
type Values = Record<string, string | number>;
type Translate<Area extends string> = (name: ShortKey<Area>, values?: Values) => string;

/** The names of the desk's texts, without their prefix. */
export type DeskText = ShortKey<'desk'>;
/** The names of the texts of the triage settings. */
export type TriageText = ShortKey<'triage'>;
/** The names of the texts of pasting a generated post. */
export type PasteText = ShortKey<'paste'>;

function useTexts<Area extends string>(area: Area): Translate<Area> {
  const intl = useIntl();
  return useCallback(
    (name, values) => {
      // The compiler does not follow the prefix that `Rest` took off through the type parameter.
      const id = `analysis.${area}.${name}` as MessageKey;
      return intl.formatMessage({ id, defaultMessage: en[id] }, values);
    },
    [area, intl]
  );
}

/** Puts the desk's texts in the administrator's language. */
export const useDeskText = (): Translate<'desk'> => useTexts('desk');

/** The same for the triage settings. */
export const useTriageText = (): Translate<'triage'> => useTexts('triage');

/** The same for the list of bans. */
export const useBansText = (): Translate<'bans'> => useTexts('bans');

/** The same for the page on personal data. */
export const usePersonalText = (): Translate<'personal'> => useTexts('personal');

/** The same for the page on webhooks. */
export const useWebhooksText = (): Translate<'webhooks'> => useTexts('webhooks');

/** The same for the widget of the home page. */
export const useWidgetText = (): Translate<'widget'> => useTexts('widget');

/** The same for the panel beside an article. */
export const usePanelText = (): Translate<'panel'> => useTexts('panel');

/** The same for reported claims. */
export const useClaimText = (): Translate<'claims'> => useTexts('claims');

/** The same for the menu. */
export const useMenuText = (): Translate<'menu'> => useTexts('menu');

/** The same for an article's summaries. */
export const useSummariesText = (): Translate<'summaries'> => useTexts('summaries');

/** The same for choosing a language. */
export const useLanguageText = (): Translate<'language'> => useTexts('language');

/** The same for the column in the list of articles. */
export const useListText = (): Translate<'list'> => useTexts('list');

/** The same for publishing several articles at once. */
export const useBulkText = (): Translate<'bulk'> => useTexts('bulk');

/** The same for pasting a generated post. */
export const usePasteText = (): Translate<'paste'> => useTexts('paste');
