import { Button, EmptyStateLayout } from '@strapi/design-system';
import { WarningCircle } from '@strapi/icons';
import { useDeskText } from '../lib/text';

/** What a page shows did not come. */
export function Failed({ text, onRetry }: { text: string; onRetry: () => void }) {
  const t = useDeskText();
  return (
    <div role="alert">
      <EmptyStateLayout
        icon={<WarningCircle width="4rem" height="4rem" />}
        content={text}
        action={
          <Button type="button" onClick={onRetry}>
            {t('list.retry')}
          </Button>
        }
      />
    </div>
  );
}
