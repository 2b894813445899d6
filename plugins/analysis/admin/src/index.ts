import { Shield } from '@strapi/icons';
import type { StrapiApp } from '@strapi/strapi/admin';
import { createIntl, type IntlShape } from 'react-intl';
import { usePublishArticles } from './bulk-actions/publish-action';
import { PublishDialogHost } from './bulk-actions/publish-dialog-host';
import { replacePublish, type BulkAction } from './bulk-actions/replace-publish';
import { registerFields } from './fields/register';
import { followRefusals } from './lib/document-writes';
import { isGranted } from './lib/content-manager-api';
import { addCommentsColumn } from './columns/comments-column';
import { ModerationIcon } from './menu/moderation-icon';
import { CommentsPanel } from './panels/comments-panel';
import { PasteAction } from './list-actions/paste-action';
import {
  BANS_PERMISSIONS,
  DESK_PERMISSIONS,
  PERSONAL_PERMISSIONS,
  READ_PERMISSION,
  SETTINGS_PERMISSIONS,
  WEBHOOKS_PERMISSIONS,
} from './permissions';
import { PLUGIN_ID } from './pluginId';
import en from './translations/en.json';
import fr from './translations/fr.json';

const TRANSLATIONS: Record<string, Record<string, string>> = { en, fr };
const MODERATION = `plugins/${PLUGIN_ID}/moderation`;

const label = (id: keyof typeof en) => ({ id, defaultMessage: en[id] });

/** What is used of the content manager, whose types are no dependency of a plugin. */
interface ContentManagerApis {
  addEditViewSidePanel(panels: (typeof CommentsPanel)[]): void;
  addBulkAction(change: (actions: BulkAction[]) => BulkAction[]): void;
}

/** As `register` was given it: `bootstrap` gets only some of its methods. */
let admin: StrapiApp | null = null;

/** The administrator's texts, for what is no component. */
function adminIntl(): IntlShape {
  // The store is typed as unknown; Strapi keeps the administrator's language there.
  const { locale = 'en' } =
    (admin?.store?.getState() as { admin_app?: { language?: { locale?: string } } } | undefined)
      ?.admin_app?.language ?? {};
  const translations: Record<string, Record<string, string>> = admin?.configurations.translations ??
  {};
  return createIntl({ locale, messages: { ...en, ...translations.en, ...translations[locale] } });
}

export default {
  register(app: StrapiApp): void {
    admin = app;
    app.addMenuLink({
      to: MODERATION,
      icon: ModerationIcon,
      intlLabel: label('analysis.desk.title'),
      permissions: DESK_PERMISSIONS,
      Component: () =>
        import('./pages/moderation/page').then(({ ModerationPage }) => ({
          default: ModerationPage,
        })),
    });
    app.addSettingsLink(
      { id: PLUGIN_ID, intlLabel: label('analysis.plugin.name') },
      {
        id: `${PLUGIN_ID}-triage`,
        to: `${PLUGIN_ID}/triage`,
        intlLabel: label('analysis.triage.title'),
        permissions: SETTINGS_PERMISSIONS,
        Component: () =>
          import('./pages/triage-settings/page').then(({ TriageSettingsPage }) => ({
            default: TriageSettingsPage,
          })),
      }
    );
    app.addSettingsLink(PLUGIN_ID, [
      {
        id: `${PLUGIN_ID}-bans`,
        to: `${PLUGIN_ID}/bans`,
        intlLabel: label('analysis.bans.title'),
        permissions: BANS_PERMISSIONS,
        Component: () =>
          import('./pages/bans/page').then(({ BansPage }) => ({ default: BansPage })),
      },
      {
        id: `${PLUGIN_ID}-personal-data`,
        to: `${PLUGIN_ID}/personal-data`,
        intlLabel: label('analysis.personal.title'),
        permissions: PERSONAL_PERMISSIONS,
        Component: () =>
          import('./pages/personal-data/page').then(({ PersonalDataPage }) => ({
            default: PersonalDataPage,
          })),
      },
      {
        id: `${PLUGIN_ID}-webhooks`,
        to: `${PLUGIN_ID}/webhooks`,
        intlLabel: label('analysis.webhooks.title'),
        permissions: WEBHOOKS_PERMISSIONS,
        Component: () =>
          import('./pages/webhooks/page').then(({ WebhooksPage }) => ({ default: WebhooksPage })),
      },
    ]);
    app.widgets.register({
      icon: Shield,
      title: label('analysis.widget.title'),
      link: { label: label('analysis.widget.link'), href: `/${MODERATION}` },
      component: () =>
        import('./widgets/moderation-widget').then(({ ModerationWidget }) => ModerationWidget),
      pluginId: PLUGIN_ID,
      id: 'moderation',
      permissions: DESK_PERMISSIONS,
    });
    registerFields(app);
    app.registerPlugin({ id: PLUGIN_ID, name: PLUGIN_ID });
  },

  bootstrap(app: Pick<StrapiApp, 'getPlugin' | 'registerHook'>): void {
    const manager = app.getPlugin('content-manager');
    // Strapi types a plugin's `apis` as records of anything.
    const apis = manager.apis as unknown as ContentManagerApis;
    apis.addEditViewSidePanel([CommentsPanel]);
    apis.addBulkAction(replacePublish(usePublishArticles));
    manager.injectComponent('listView', 'actions', {
      name: `${PLUGIN_ID}-paste`,
      Component: PasteAction,
    });
    manager.injectComponent('listView', 'actions', {
      name: `${PLUGIN_ID}-publish`,
      Component: PublishDialogHost,
    });
    followRefusals(adminIntl);
    app.registerHook(
      'Admin/CM/pages/ListView/inject-column-in-table',
      addCommentsColumn(() => isGranted(admin?.store?.getState(), READ_PERMISSION))
    );
  },

  /**
   * The keys are whole ones: the content manager looks a field's label up under its own prefix,
   * so they must not get the plugin's.
   */
  registerTrads({ locales }: { locales: string[] }) {
    return Promise.resolve(locales.map((locale) => ({ locale, data: TRANSLATIONS[locale] ?? {} })));
  },
};
