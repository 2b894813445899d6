/** `strapi-plugin-analysis/messages`: the messages of pages over the plugin, and their localizer. */
export * from '../localizer';
export { en, type SharedMessages } from './en';
export { faultText } from './fault-text';
export { fr } from './fr';
