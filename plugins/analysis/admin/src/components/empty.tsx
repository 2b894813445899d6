import { EmptyStateLayout } from '@strapi/design-system';
import { EmptyDocuments } from '@strapi/icons/symbols';
import type { ReactElement } from 'react';

/** There is nothing to show, and why that may be. */
export function Empty({ text, action }: { text: string; action?: ReactElement }) {
  return (
    <EmptyStateLayout
      icon={<EmptyDocuments width="16rem" />}
      content={text}
      {...(action ? { action } : {})}
    />
  );
}
