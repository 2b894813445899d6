import { Flex, Modal, Typography } from '@strapi/design-system';
import { Fragment } from 'react';
import { styled } from 'styled-components';
import type { KEYS } from '../../lib/keys';
import type { CLAIM_KEYS } from '../claims/claim-keys';
import { useDeskText } from '../../lib/text';

const Keys = styled.dl`
  display: grid;
  grid-template-columns: max-content 1fr;
  gap: ${({ theme }) => `${theme.spaces[2]} ${theme.spaces[4]}`};
`;

const Key = styled.kbd`
  padding: 0 ${({ theme }) => theme.spaces[2]};
  border: 1px solid ${({ theme }) => theme.colors.neutral200};
  border-radius: ${({ theme }) => theme.borderRadius};
  background: ${({ theme }) => theme.colors.neutral100};
  color: ${({ theme }) => theme.colors.neutral800};
  font-size: ${({ theme }) => theme.fontSizes[1]};
`;

interface Props {
  keys: typeof KEYS | typeof CLAIM_KEYS;
  close: () => void;
}

/** The keys that the page knows. */
export function HelpDialog({ keys, close }: Props) {
  const t = useDeskText();
  return (
    <Modal.Root open onOpenChange={close}>
      <Modal.Content aria-describedby={undefined}>
        <Modal.Header closeLabel={t('dialog.close')}>
          <Modal.Title>{t('help.title')}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Keys>
            {keys.map(([typed, name]) => (
              <Fragment key={name}>
                <dt>
                  <Flex gap={1}>
                    {typed.split(' ').map((key) => (
                      <Key key={key}>{key}</Key>
                    ))}
                  </Flex>
                </dt>
                <Typography tag="dd">{t(`key.${name}`)}</Typography>
              </Fragment>
            ))}
          </Keys>
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
