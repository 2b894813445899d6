import { Box, Typography } from '@strapi/design-system';
import { useEffect, useRef } from 'react';
import type { ErasureView } from '../../../../shared/contracts/privacy';
import { usePersonalText } from '../../lib/text';

/** What was erased, and what was not. */
export function ErasedNote({ email, erasure }: { email: string; erasure: ErasureView }) {
  const t = usePersonalText();
  const note = useRef<HTMLHeadingElement>(null);
  // The button that opened the dialog has gone with the list.
  useEffect(() => note.current?.focus(), []);
  const { erased, kept } = erasure;
  return (
    <Box padding={6} background="neutral0" borderColor="success200" hasRadius>
      <Typography
        ref={note}
        tag="h2"
        variant="beta"
        tabIndex={-1}
        style={{ overflowWrap: 'anywhere', outline: 'none' }}
      >
        {t('erased', { email })}
      </Typography>
      <Box tag="ul" paddingTop={3}>
        <Typography tag="li">{t('erased.comments', { count: erased.comments })}</Typography>
        {erased.bans > 0 && (
          <Typography tag="li">{t('erased.bans', { count: erased.bans })}</Typography>
        )}
        {erased.addresses > 0 && (
          <Typography tag="li">{t('erased.addresses', { count: erased.addresses })}</Typography>
        )}
        {kept.bans > 0 && <Typography tag="li">{t('kept.bans', { count: kept.bans })}</Typography>}
      </Box>
    </Box>
  );
}
