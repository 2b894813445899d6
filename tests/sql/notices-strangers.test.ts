import { startApp, type OwnApp } from '../helpers/app';
import { decide, postComment } from '../helpers/discussion';
import { createArticle } from '../helpers/factories';
import {
  addressOf,
  deliver as deliverNow,
  linkIn,
  pressButton,
  startMailbox,
  subscribe,
  tidyMail,
  type Mailbox,
} from '../helpers/mail';
import { whileRefused } from '../helpers/refusals';

let app: OwnApp;
let box: Mailbox;
let article: string;

beforeAll(async () => {
  box = await startMailbox();
  app = await startApp({
    env: box.env,
    config: { 'notifications.moderators': { send: 'off', to: [], digestHours: 24 } },
  });
});
beforeEach(async () => {
  article = (await createArticle(app)).documentId;
  box.mails.length = 0;
});
afterEach(() => {
  expect(app.errors.splice(0)).toEqual([]);
});
afterAll(async () => {
  await app.stop();
  await box.stop();
});

const subscriptions = () => app.strapi.plugin('analysis').service('subscriptions');

const tidy = (now: Date) => tidyMail(app, now);
const deliver = () => deliverNow(app);

describe('a stranger is asked for a confirmation', () => {
  const wishes = (n: number, emailOf: (n: number) => string) =>
    Promise.all(
      Array.from({ length: n }, async (_, at) => {
        const author = { name: 'Eve', email: emailOf(at) };
        const said = { notify: true, content: `Number ${at} of ${author.email}.`, author };
        return (await postComment(app, article, said, `eve-${at}-${author.email}`)).documentId;
      })
    );
  const networks = (network: ((at: number) => string) | null, ids: string[]) =>
    Promise.all(
      ids.map((id, at) =>
        app.strapi.db
          .connection('analysis_comments')
          .where({ document_id: id })
          .update({ ip_hash: network?.(at) ?? null })
      )
    );

  test('not while the comments are held, nor by those that are refused or taken back', async () => {
    const ids = await wishes(4, (n) => `held-${n}@example.com`);
    await decide(app, ids[1] as string, 'rejected');
    await decide(app, ids[2] as string, 'spam');
    await decide(app, ids[3] as string, 'approved');
    await decide(app, ids[3] as string, 'pending');
    expect(await deliver()).toEqual({ sent: 0, failed: 0 });
    expect(box.mails).toEqual([]);
  });

  test('three times while the links work, whoever gives the address and with what after a plus', async () => {
    const ids = await wishes(30, (n) => `victim+${n}@example.com`);
    await networks(null, ids);
    for (const id of ids) await decide(app, id, 'approved');
    expect(await deliver()).toEqual({ sent: 3, failed: 0 });
    expect(new Set(box.mails.map(addressOf)).size).toBe(3);
    box.mails.length = 0;
    const day = 24 * 3_600_000;
    await tidy(new Date(Date.now() + 6 * day));
    const more = await wishes(2, (n) => `victim+more${n}@example.com`);
    await networks(null, more);
    for (const id of more) await decide(app, id, 'approved');
    expect(await deliver()).toEqual({ sent: 0, failed: 0 });
  });

  test('a few times for one network, whichever address it names', async () => {
    const ids = await wishes(9, (n) => `many-${n}@example.com`);
    await networks(() => 'one-network', ids);
    for (const id of ids) await decide(app, id, 'approved');
    expect(await deliver()).toEqual({ sent: 5, failed: 0 });
    box.mails.length = 0;
    const others = await wishes(2, (n) => `other-${n}@example.com`);
    await networks((at) => `network-${at}`, others);
    for (const id of others) await decide(app, id, 'approved');
    expect(await deliver()).toEqual({ sent: 2, failed: 0 });
  });

  test('and can stop that with the first mail', async () => {
    const { mail, email } = await subscribe(app, box, article, { confirmed: false });
    expect(mail.headers.get('list')).toMatchObject({ unsubscribe: { url: expect.any(String) } });
    await pressButton(app, linkIn(mail, /token=stop/)).expect(200);
    // Nor is that forgotten.
    await tidy(new Date(Date.now() + 40 * 24 * 3_600_000));
    const [again] = await wishes(1, () => email);
    await decide(app, again as string, 'approved');
    expect(await deliver()).toEqual({ sent: 0, failed: 0 });
  });
});

test('keys of before become those of mailboxes once, and rows of one author one', async () => {
  const { createHash } = await import('node:crypto');
  const old = (email: string) => createHash('sha256').update(email.toLowerCase()).digest('hex');
  const { email, guest } = await subscribe(app, box, article);
  const alike = email.replace('@', '+x@');
  const author = { name: 'Ana', email: alike };
  const said = { notify: true, content: 'Under another name.', author };
  const { documentId } = await postComment(app, article, said, guest);
  const knex = app.strapi.db.connection;
  const addresses = () => knex('analysis_addresses').where('email', 'like', '%guest%');
  const comment = () => knex('analysis_comments').where({ document_id: documentId }).first();
  // As it was: a row for each spelling, of which one was stopped.
  const [row] = await addresses().where({ author_key: (await comment()).author_key });
  await knex('analysis_addresses')
    .where({ id: row.id })
    .update({ email, email_hash: old(email) });
  const { id: _id, ...copy } = row;
  const stoppedAt = new Date();
  await knex('analysis_addresses').insert({
    ...copy,
    ...{ document_id: 'a'.repeat(24), email: alike, email_hash: old(alike) },
    ...{ confirmed_at: null, stopped_at: stoppedAt },
  });
  await knex('analysis_comments')
    .where({ document_id: documentId })
    .update({ address_id: 'a'.repeat(24) });
  await app.strapi
    .store({ type: 'plugin', name: 'analysis', key: 'addresses-keyed-by-mailbox' })
    .delete({});
  await app.restart();
  expect(await subscriptions().ofAddress(alike.toUpperCase())).toMatchObject([
    { confirmedAt: expect.any(String), stoppedAt: expect.any(String) },
  ]);
  const after = await app.strapi.db
    .connection('analysis_comments')
    .where({ document_id: documentId })
    .first();
  expect(after.address_id).toBe(row.document_id);
});

test('a clean-up that cannot drop an address fails, and the next one drops it', async () => {
  const { email } = await subscribe(app, box, article, { confirmed: false });
  await app.strapi.db
    .connection('analysis_addresses')
    .where({ email })
    .update({ confirm_sent_at: new Date(Date.now() - 8 * 24 * 3_600_000) });
  const cleanUp = () => app.strapi.plugin('analysis').service('housekeeping').run();
  const row = { table: 'analysis_addresses', on: 'delete', column: 'email', value: email } as const;
  await whileRefused(app, { ...row, why: 'it is held' }, () =>
    expect(cleanUp()).rejects.toThrow('it is held')
  );
  await cleanUp();
  expect(await subscriptions().ofAddress(email)).toEqual([]);
});
