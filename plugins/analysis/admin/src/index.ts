import { Shield } from '@strapi/icons';
import type { StrapiApp } from '@strapi/strapi/admin';
import { DESK_PERMISSIONS } from './permissions';
import { PLUGIN_ID } from './pluginId';
import en from './translations/en.json';
import fr from './translations/fr.json';

const TRANSLATIONS: Record<string, Record<string, string>> = { en, fr };

export default {
  register(app: StrapiApp): void {
    app.addMenuLink({
      to: `plugins/${PLUGIN_ID}/moderation`,
      icon: Shield,
      intlLabel: { id: 'analysis.desk.title', defaultMessage: en['analysis.desk.title'] },
      permissions: DESK_PERMISSIONS,
      Component: () =>
        import('./pages/moderation/page').then(({ ModerationPage }) => ({
          default: ModerationPage,
        })),
    });
    app.registerPlugin({ id: PLUGIN_ID, name: PLUGIN_ID });
  },

  /**
   * The keys are whole ones: the content manager looks a field's label up under its own prefix,
   * so they must not get the plugin's.
   */
  async registerTrads({ locales }: { locales: string[] }) {
    return locales.map((locale) => ({ locale, data: TRANSLATIONS[locale] ?? {} }));
  },
};
