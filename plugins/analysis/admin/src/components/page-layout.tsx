import { Layouts } from '@strapi/strapi/admin';
import type { ReactElement, ReactNode } from 'react';

interface Props {
  title: string;
  subtitle: string;
  actions?: ReactElement;
  children: ReactNode;
}

/** The heading of a page with its buttons, and what the page shows below. */
export function PageLayout({ title, subtitle, actions, children }: Props) {
  return (
    <>
      <Layouts.Header
        id="main-content-title"
        title={title}
        subtitle={subtitle}
        {...(actions ? { primaryAction: actions } : {})}
      />
      <Layouts.Content>{children}</Layouts.Content>
    </>
  );
}
