import { MODERATION } from '../../../../shared/permissions';

/** The roles that readers have: not signed in, and signed in. */
export const READER_ROLES = ['public', 'authenticated'] as const;

const action = (displayName: string, uid: string, subCategory = 'moderation') => ({
  section: 'plugins',
  pluginName: 'analysis',
  subCategory,
  displayName,
  uid,
});

/** The same as Strapi's roles page lists them. */
export const ADMIN_ACTIONS = [
  action('Read the queue', 'moderation.read'),
  action('Moderate comments', 'moderate'),
  action('Ban authors', 'moderation.ban'),
  action('Change the settings', 'moderation.settings'),
  action('See personal data', 'moderation.personal-data'),
  action('See and empty the cache', 'delivery.cache', 'delivery'),
];

/** Codes of the roles that Strapi makes on an installation's first start, in the order it does. */
export const STRAPI_ROLE = {
  superAdmin: 'strapi-super-admin',
  editor: 'strapi-editor',
  author: 'strapi-author',
} as const;

/** What the role that is made on the first start may do. */
export const MODERATOR_ROLE = {
  name: 'Moderator',
  description: 'Decides on comments',
  actions: [MODERATION.read, MODERATION.decide, MODERATION.ban, MODERATION.personalData],
} as const;
