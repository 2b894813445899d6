import { PLUGIN_ID } from './pluginId';
import en from './translations/en.json';
import fr from './translations/fr.json';

const TRANSLATIONS: Record<string, Record<string, string>> = { en, fr };

interface AdminApp {
  registerPlugin(plugin: { id: string; name: string }): void;
}

export default {
  register(app: AdminApp): void {
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
