import { Page, type Permission } from '@strapi/strapi/admin';
import type { ReactNode } from 'react';

interface Props {
  permissions: Permission[];
  title: string;
  children: ReactNode;
}

/** A page of the admin for those who have one of some permissions. */
export function ProtectedPage({ permissions, title, children }: Props) {
  return (
    <Page.Protect permissions={permissions}>
      <Page.Title>{title}</Page.Title>
      <Page.Main>{children}</Page.Main>
    </Page.Protect>
  );
}
