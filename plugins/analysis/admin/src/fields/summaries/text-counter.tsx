import { Flex, Typography } from '@strapi/design-system';
import type { ReactNode } from 'react';
import { LIMITS } from '../../../../shared/limits';
import { characters, normaliseText } from '../../../../shared/text';
import { useSummariesText } from '../../lib/text';

const { min, max } = LIMITS.summary;

/** Characters as the server counts them, against the limits; an empty text is only unfinished. */
export function TextCounter({ text }: { text: string }): ReactNode {
  const t = useSummariesText();
  const count = characters(normaliseText(text));
  const isShort = count > 0 && count < min;
  const isLong = count > max;
  const limit = isShort ? t('short', { min }) : isLong ? t('long', { max }) : '';
  return (
    <Flex justifyContent="space-between" gap={2} width="100%">
      {/* Said aloud when a limit is passed, and not with every character. */}
      <Typography role="status" variant="pi" textColor="danger600">
        {limit}
      </Typography>
      <Typography variant="pi" textColor={isShort || isLong ? 'danger600' : 'neutral600'}>
        {t('count', { count, max })}
      </Typography>
    </Flex>
  );
}
