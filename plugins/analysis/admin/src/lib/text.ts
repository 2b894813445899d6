import { useCallback } from 'react';
import { useIntl } from 'react-intl';
import en from '../translations/en.json';

type Whole = keyof typeof en;
type Rest<Area extends string, Key = Whole> = Key extends `analysis.${Area}.${infer Name}`
  ? Name
  : never;
type Values = Record<string, string | number>;
type Say<Area extends string> = (name: Rest<Area>, values?: Values) => string;

/** The names of the desk's texts, without their prefix. */
export type DeskText = Rest<'desk'>;
/** The names of the texts of the triage settings. */
export type TriageText = Rest<'triage'>;
/** The names of the texts of pasting a generated post. */
export type PasteText = Rest<'paste'>;

function useTexts<Area extends string>(area: Area): Say<Area> {
  const intl = useIntl();
  return useCallback(
    (name, values) => {
      // The compiler does not follow the prefix that `Rest` took off through the type parameter.
      const id = `analysis.${area}.${name}` as Whole;
      return intl.formatMessage({ id, defaultMessage: en[id] }, values);
    },
    [area, intl]
  );
}

/** Puts the desk's texts in the administrator's language. */
export const useDeskText = (): Say<'desk'> => useTexts('desk');

/** The same for the triage settings. */
export const useTriageText = (): Say<'triage'> => useTexts('triage');

/** The same for the list of bans. */
export const useBansText = (): Say<'bans'> => useTexts('bans');

/** The same for the page on personal data. */
export const usePersonalText = (): Say<'personal'> => useTexts('personal');

/** The same for the page on webhooks. */
export const useWebhooksText = (): Say<'webhooks'> => useTexts('webhooks');

/** The same for the widget of the home page. */
export const useWidgetText = (): Say<'widget'> => useTexts('widget');

/** The same for the panel beside an article. */
export const usePanelText = (): Say<'panel'> => useTexts('panel');

/** The same for reported claims. */
export const useClaimText = (): Say<'claims'> => useTexts('claims');

/** The same for the menu. */
export const useMenuText = (): Say<'menu'> => useTexts('menu');

/** The same for an article's summaries. */
export const useSummariesText = (): Say<'summaries'> => useTexts('summaries');

/** The same for choosing a language. */
export const useLanguageText = (): Say<'language'> => useTexts('language');

/** The same for the column in the list of articles. */
export const useListText = (): Say<'list'> => useTexts('list');

/** The same for publishing several articles at once. */
export const useBulkText = (): Say<'bulk'> => useTexts('bulk');

/** The same for pasting a generated post. */
export const usePasteText = (): Say<'paste'> => useTexts('paste');
