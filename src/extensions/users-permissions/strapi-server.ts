import type { Core } from '@strapi/strapi';

const SETTLED = { type: 'api', name: 'reader', key: 'registration-settled' };
const ADVANCED = { type: 'plugin', name: 'users-permissions', key: 'advanced' };

interface Plugin {
  bootstrap: (args: { strapi: Core.Strapi }) => Promise<void>;
}

/**
 * Strapi lets anyone register, and confirms by itself who does: on the first start accounts are
 * confirmed by mail where this server sends any, and are an administrator's to make where it does
 * not. What is set in the admin later stays.
 */
async function settleRegistrationOnce(strapi: Core.Strapi): Promise<void> {
  const settled = strapi.store(SETTLED);
  if (await settled.get({})) return;
  // Those of an installation that has accounts are its operator's choice; the plugin warns of them.
  if ((await strapi.db.query('plugin::users-permissions.user').count()) === 0) {
    const advanced = strapi.store(ADVANCED);
    const byMail = Boolean(process.env.SMTP_HOST);
    await advanced.set({
      value: {
        // The store types what it holds as unknown; here it is an object of settings.
        ...((await advanced.get({})) as object),
        ...(byMail ? { email_confirmation: true } : { allow_register: false }),
      },
    });
  }
  await settled.set({ value: true });
}

/** With the plugin's own bootstrap, which makes the settings, and before others read them. */
export default (plugin: Plugin): Plugin => {
  const { bootstrap } = plugin;
  plugin.bootstrap = async (args) => {
    await bootstrap(args);
    await settleRegistrationOnce(args.strapi);
  };
  return plugin;
};
