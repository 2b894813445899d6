import { Flex, Loader, Typography } from '@strapi/design-system';
import { useDeskText } from '../lib/text';
import { Failed } from './failed';

/** The list is on its way. */
export function ListLoading() {
  const t = useDeskText();
  return (
    <Flex direction="column" gap={3} padding={8}>
      <Loader>{t('loading')}</Loader>
      <Typography aria-hidden textColor="neutral600">
        {t('loading')}
      </Typography>
    </Flex>
  );
}

/** The list did not come. */
export function ListError({ message, onRetry }: { message: string; onRetry: () => void }) {
  const t = useDeskText();
  return <Failed text={t('list.failed', { message })} onRetry={onRetry} />;
}
