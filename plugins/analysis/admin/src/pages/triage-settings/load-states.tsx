import { Flex, Loader } from '@strapi/design-system';
import { Failed } from '../../components/failed';
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
  return <Failed text={t('failed', { message: error })} onRetry={onRetry} />;
}
