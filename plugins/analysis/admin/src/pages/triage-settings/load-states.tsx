import { Button, EmptyStateLayout, Flex, Loader } from '@strapi/design-system';
import { WarningCircle } from '@strapi/icons';
import { useTriageText } from '../../lib/text';

/** The policy is on its way, or did not come. */
export function LoadStates({ error, onRetry }: { error: string | null; onRetry: () => void }) {
  const t = useTriageText();
  if (error === null) {
    return (
      <Flex justifyContent="center" padding={8}>
        <Loader>{t('loading')}</Loader>
      </Flex>
    );
  }
  return (
    <div role="alert">
      <EmptyStateLayout
        icon={<WarningCircle width="4rem" height="4rem" />}
        content={t('failed', { message: error })}
        action={
          <Button type="button" onClick={onRetry}>
            {t('retry')}
          </Button>
        }
      />
    </div>
  );
}
