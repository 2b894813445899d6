import { useIntl } from 'react-intl';

/** A moment, as the administrator's language writes it. */
export function When({ at }: { at: string }) {
  const intl = useIntl();
  return (
    <time dateTime={at}>{intl.formatDate(at, { dateStyle: 'medium', timeStyle: 'short' })}</time>
  );
}
