import type { Permission } from '@strapi/strapi/admin';

/** Strapi compares `subject` too: left out, it would not equal the null that the server sends. */
const permission = (action: string): Permission => ({ action, subject: null });

const read = permission('plugin::analysis.moderation.read');

/** What opens the moderators' desk. */
export const DESK_PERMISSIONS: Permission[] = [read];

/** The same alone, for what asks about one. */
export const READ_PERMISSION: Permission = read;

/** What the panel beside an article asks about the person before it. */
export const PANEL_ACTIONS: Permission[] = [
  read,
  permission('plugin::analysis.moderate'),
  { action: 'plugin::content-manager.explorer.update', subject: 'plugin::analysis.article' },
];

/** What publishing articles from the content manager's list asks about the person before it. */
export const PUBLISH_ACTIONS: Permission[] = [
  { action: 'plugin::content-manager.explorer.publish', subject: 'plugin::analysis.article' },
];

/** What pasting a generated post asks about the person before it. */
export const CREATE_ACTIONS: Permission[] = [
  { action: 'plugin::content-manager.explorer.create', subject: 'plugin::analysis.article' },
];

/** What the desk asks about before it leads to an article's form. Apart: its name is that of `read`. */
export const ARTICLE_ACTIONS: Permission[] = [
  { action: 'plugin::content-manager.explorer.read', subject: 'plugin::analysis.article' },
];

/** What opens the settings of the triage. */
export const SETTINGS_PERMISSIONS: Permission[] = [
  permission('plugin::analysis.moderation.settings'),
];

const ban = permission('plugin::analysis.moderation.ban');
const personalData = permission('plugin::analysis.moderation.personal-data');

/** What opens the list of bans. */
export const BANS_PERMISSIONS: Permission[] = [ban];

/** What opens the page on personal data. */
export const PERSONAL_PERMISSIONS: Permission[] = [personalData];

/** What opens the page on webhooks; they are Strapi's, and so are the permissions. */
export const WEBHOOKS_PERMISSIONS: Permission[] = [permission('admin::webhooks.read')];

/** What that page asks about the person before it. */
export const WEBHOOKS_ACTIONS: Permission[] = [permission('admin::webhooks.update')];

/** All that the desk asks about the person before it. One array, for `useRBAC` compares by it. */
export const DESK_ACTIONS: Permission[] = [
  read,
  permission('plugin::analysis.moderate'),
  ban,
  personalData,
];
