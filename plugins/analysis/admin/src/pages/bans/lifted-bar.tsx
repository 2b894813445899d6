import { Button, Flex, Typography } from '@strapi/design-system';
import { ArrowLeft } from '@strapi/icons';
import { useEffect, useRef } from 'react';
import { styled } from 'styled-components';
import type { Lifted } from './ban-list';
import { useBansText } from '../../lib/text';

const Anchor = styled.div`
  position: sticky;
  bottom: ${({ theme }) => theme.spaces[4]};
  z-index: 2;
`;

/** Says what was lifted last and offers to take it back. Always there, or nobody would hear it. */
export function LiftedBar({ lifted, onUndo }: { lifted: Lifted | null; onUndo: () => void }) {
  const t = useBansText();
  const button = useRef<HTMLButtonElement>(null);
  // The button that lifted it has gone with its ban.
  useEffect(() => {
    if (lifted !== null) button.current?.focus({ preventScroll: true });
  }, [lifted]);
  return (
    <Anchor role="status">
      {lifted && (
        <Flex
          gap={3}
          wrap="wrap"
          padding={3}
          margin="auto"
          marginTop={4}
          width="fit-content"
          maxWidth="100%"
          background="neutral0"
          borderColor="primary200"
          hasRadius
          shadow="popupShadow"
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
    </Anchor>
  );
}
