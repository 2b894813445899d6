import type { Core } from '@strapi/strapi';
import { grantReaderPermissions } from './grant-reader-permissions';
import { assertAllowed, visibleParts } from './may-read';
import { prepareAdminRoles } from './moderator-role';
import { publicRole, publicStrategy } from './public-role';

/** Who may do what, in the content API and in the admin. */
export function createAccess(strapi: Core.Strapi) {
  const role = publicRole(strapi);
  return {
    /** Lets callers without credentials in, by what the public role may do. */
    publicStrategy: publicStrategy(role),

    /** For pages outside Strapi's router. @throws ForbiddenError */
    assertAllowed: assertAllowed(strapi, role),

    /** What the caller may read of what stands around posts. */
    visibleParts: visibleParts(strapi, role),

    /** The public role's permissions, or its members', have changed. */
    forgetPublic: (): void => role.drop(),

    /** For bootstrap: gives readers their permissions, once an action. */
    grantReaderPermissions: (): Promise<void> => grantReaderPermissions(strapi),

    /** For bootstrap: makes the role "Moderator" and keeps editors out of comments, once. */
    prepareAdminRoles: (): Promise<void> => prepareAdminRoles(strapi),
  };
}

export type Access = ReturnType<typeof createAccess>;
