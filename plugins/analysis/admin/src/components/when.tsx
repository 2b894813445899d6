import { useIntl } from 'react-intl';

/** A moment, as the administrator's language writes it. */
export function When({ at }: { at: string }) {
  const { formatDate } = useIntl();
  return <time dateTime={at}>{formatDate(at, { dateStyle: 'medium', timeStyle: 'short' })}</time>;
}
