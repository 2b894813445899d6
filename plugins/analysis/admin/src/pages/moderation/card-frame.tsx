import { Flex } from '@strapi/design-system';
import type { ReactNode } from 'react';
import { styled } from 'styled-components';

const Frame = styled.article`
  padding: ${({ theme }) => theme.spaces[4]};
  background: ${({ theme }) => theme.colors.neutral0};
  border: 1px solid ${({ theme }) => theme.colors.neutral150};
  border-radius: ${({ theme }) => theme.borderRadius};
  box-shadow: ${({ theme }) => theme.shadows.tableShadow};
  scroll-margin: 8rem;

  &[aria-current='true'] {
    border-color: ${({ theme }) => theme.colors.primary600};
  }

  &:focus {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
    outline-offset: 2px;
  }
`;

interface Props {
  id: string;
  label: string;
  current: boolean;
  onFocus: () => void;
  children: ReactNode;
}

/** The box of a card, which the keys move the focus to. */
export function CardFrame({ id, label, current, onFocus, children }: Props) {
  return (
    <Frame
      aria-label={label}
      aria-current={current ? 'true' : undefined}
      data-card-id={id}
      tabIndex={current ? 0 : -1}
      onFocus={onFocus}
    >
      <Flex direction="column" alignItems="stretch" gap={3}>
        {children}
      </Flex>
    </Frame>
  );
}
