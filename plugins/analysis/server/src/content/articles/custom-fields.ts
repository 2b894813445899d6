import type { Core } from '@strapi/strapi';

const PLUGIN_NAME = 'analysis';

/** Names by which schemas refer to the plugin's own fields; their inputs are in the admin. */
export const CUSTOM_FIELD = {
  /** A list of `{ language, text }`. */
  summaries: 'plugin::analysis.summaries',
  /** A BCP 47 tag, chosen by the language's name. */
  language: 'plugin::analysis.language',
} as const;

/** Makes the plugin's own fields known; belongs to `register`, before schemas are read. */
export function registerCustomFields(strapi: Core.Strapi): void {
  strapi.customFields.register([
    {
      name: 'summaries',
      plugin: PLUGIN_NAME,
      type: 'json',
      inputSize: { default: 12, isResizable: true },
    },
    {
      name: 'language',
      plugin: PLUGIN_NAME,
      type: 'string',
      inputSize: { default: 4, isResizable: true },
    },
  ]);
}
