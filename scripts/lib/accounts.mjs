import { randomBytes } from 'node:crypto';

const password = () => `${randomBytes(9).toString('base64url')}Aa1`;

async function makeUser(strapi, { email, firstname, role }) {
  const secret = password();
  await strapi.service('admin::user').create({
    email,
    firstname,
    lastname: 'Demo',
    password: secret,
    isActive: true,
    registrationToken: null,
    roles: [role.id],
  });
  return { email, password: secret };
}

/**
 * Makes the demo's administrator, editor, moderator and API token, once.
 * @returns what has to be shown now, because only hashes are kept; null when they exist already
 */
export async function makeAccounts(strapi) {
  if (await strapi.service('admin::user').exists()) return null;
  const roles = strapi.service('admin::role');
  const of = (email, firstname, role) => makeUser(strapi, { email, firstname, role });
  const token = await strapi.service('admin::api-token').create({
    name: 'Demo generator',
    description: 'Delivers generated posts',
    type: 'custom',
    lifespan: null,
    permissions: ['plugin::analysis.ingest.put', 'plugin::analysis.ingest.batch'],
  });
  return {
    administrator: await of('admin@example.com', 'Ada', await roles.getSuperAdmin()),
    editor: await of('editor@example.com', 'Edith', await roles.findOne({ code: 'strapi-editor' })),
    moderator: await of('moderator@example.com', 'Mo', await roles.findOne({ name: 'Moderator' })),
    token: token.accessKey,
  };
}
