import { Button, Flex, Typography } from '@strapi/design-system';
import { ArrowLeft } from '@strapi/icons';
import { styled } from 'styled-components';
import { useDeskText } from '../../lib/text';

const Anchor = styled.div`
  position: sticky;
  bottom: ${({ theme }) => theme.spaces[4]};
  z-index: 2;
  pointer-events: none;

  & > * {
    pointer-events: auto;
  }
`;

interface Props {
  /** What was done; another `token` is another decision. */
  offer: { token: string; message: string } | null;
  onUndo: () => void;
  onPause: (paused: boolean) => void;
}

/** Says what was decided last and offers to take it back. Always there, or nobody would hear it. */
export function UndoBar({ offer, onUndo, onPause }: Props) {
  const t = useDeskText();
  return (
    <Anchor role="status" aria-label={t('undo.label')}>
      {offer && (
        <Flex
          key={offer.token}
          background="neutral0"
          borderColor="primary200"
          hasRadius
          shadow="popupShadow"
          gap={3}
          padding={3}
          margin="auto"
          marginTop={4}
          width="fit-content"
          maxWidth="100%"
          onMouseEnter={() => onPause(true)}
          onMouseLeave={() => onPause(false)}
          onFocus={() => onPause(true)}
          onBlur={() => onPause(false)}
        >
          <Typography textColor="neutral800">{offer.message}</Typography>
          <Button size="S" variant="secondary" startIcon={<ArrowLeft />} onClick={onUndo}>
            {t('undo.action')}
          </Button>
        </Flex>
      )}
    </Anchor>
  );
}
