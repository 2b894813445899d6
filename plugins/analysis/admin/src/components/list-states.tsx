import { Button, EmptyStateLayout, Flex, Loader, Typography } from '@strapi/design-system';
import { WarningCircle } from '@strapi/icons';
import { EmptyDocuments } from '@strapi/icons/symbols';
import { useDeskText } from '../lib/text';

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
  return (
    <div role="alert">
      <EmptyStateLayout
        icon={<WarningCircle width="4rem" height="4rem" />}
        content={t('list.failed', { message })}
        action={<Button onClick={onRetry}>{t('list.retry')}</Button>}
      />
    </div>
  );
}

/** There is nothing to do here, or nothing that the filters let through. */
export function ListEmpty({ text }: { text: string }) {
  return <EmptyStateLayout icon={<EmptyDocuments width="16rem" />} content={text} />;
}
