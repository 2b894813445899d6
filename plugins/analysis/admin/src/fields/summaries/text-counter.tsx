import { Flex, Typography } from '@strapi/design-system';
import type { ReactNode } from 'react';
import { LIMITS } from '../../../../shared/limits';
import { useSummariesText } from '../../lib/text';
import { countText } from './count';

const { min, max } = LIMITS.summary;

/** The characters of a summary against the limits. */
export function TextCounter({ text }: { text: string }): ReactNode {
  const t = useSummariesText();
  const { count, misses } = countText(text);
  return (
    <Flex justifyContent="space-between" gap={2} width="100%">
      {/* Said aloud when a limit is passed, and not with every character. */}
      <Typography role="status" variant="pi" textColor="danger600">
        {misses === null ? '' : t(misses, { min, max })}
      </Typography>
      <Typography variant="pi" textColor={misses === null ? 'neutral600' : 'danger600'}>
        {t('count', { count, max })}
      </Typography>
    </Flex>
  );
}
