import { useCallback } from 'react';
import { useIntl } from 'react-intl';
import en from '../translations/en.json';

type Whole = keyof typeof en;
type Rest<Key> = Key extends `analysis.desk.${infer Name}` ? Name : never;

/** The names of the desk's texts, without their prefix. */
export type DeskText = Rest<Whole>;
type Values = Record<string, string | number>;

/** Puts the desk's texts in the administrator's language. */
export function useDeskText(): (name: DeskText, values?: Values) => string {
  const { formatMessage } = useIntl();
  return useCallback(
    (name, values) => {
      const id: Whole = `analysis.desk.${name}`;
      return formatMessage({ id, defaultMessage: en[id] }, values);
    },
    [formatMessage]
  );
}
