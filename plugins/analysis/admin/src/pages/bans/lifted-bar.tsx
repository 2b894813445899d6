import { Button, Flex, Typography } from '@strapi/design-system';
import { ArrowLeft } from '@strapi/icons';
import { useEffect, useRef } from 'react';
import type { Lifted } from '../../lib/ban-list';
import { useBansText } from '../../lib/text';

/** Says what was lifted last and offers to take it back. Always there, or nobody would hear it. */
export function LiftedBar({ lifted, onUndo }: { lifted: Lifted | null; onUndo: () => void }) {
  const t = useBansText();
  const button = useRef<HTMLButtonElement>(null);
  // The button that lifted it has gone with its ban.
  useEffect(() => {
    if (lifted !== null) button.current?.focus();
  }, [lifted]);
  return (
    <div role="status">
      {lifted && (
        <Flex
          gap={3}
          wrap="wrap"
          padding={3}
          marginBottom={4}
          background="neutral0"
          borderColor="primary200"
          hasRadius
        >
          <Typography textColor="neutral800" style={{ overflowWrap: 'anywhere' }}>
            {t('lifted', { label: lifted.ban.label })}
          </Typography>
          <Button
            ref={button}
            size="S"
            variant="secondary"
            startIcon={<ArrowLeft />}
            onClick={onUndo}
          >
            {t('undo')}
          </Button>
        </Flex>
      )}
    </div>
  );
}
