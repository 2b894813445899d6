import type { StrapiApp } from '@strapi/strapi/admin';
import { PLUGIN_ID } from '../pluginId';
import en from '../translations/en.json';

const label = (id: keyof typeof en) => ({ id, defaultMessage: en[id] });

/** Gives the plugin's own fields their inputs; the server registers fields of the same names. */
export function registerFields({ customFields }: Pick<StrapiApp, 'customFields'>): void {
  customFields.register([
    {
      name: 'summaries',
      pluginId: PLUGIN_ID,
      type: 'json',
      intlLabel: label('analysis.summaries.name'),
      intlDescription: label('analysis.summaries.description'),
      components: { Input: () => import('./summaries/input') as Promise<FieldInput> },
    },
    {
      name: 'language',
      pluginId: PLUGIN_ID,
      type: 'string',
      intlLabel: label('analysis.language.name'),
      intlDescription: label('analysis.language.description'),
      components: { Input: () => import('./language/input') as Promise<FieldInput> },
    },
  ]);
}

/** Strapi's type knows nothing of the props that it hands to an input. */
interface FieldInput {
  default: React.ComponentType;
}
