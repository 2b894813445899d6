import { startApp, type TestApp } from '../helpers/app';
import {
  approvedComment,
  commentBody,
  commentsPath,
  decide,
  postComment,
} from '../helpers/discussion';
import { countQueries, createArticle, createUser, visitor, emptyCache } from '../helpers/factories';
import {
  addressOf,
  deliver as deliverNow,
  linkIn,
  pressButton,
  startMailbox,
  subscribe,
  tidyMail,
  type Mailbox,
  type SubscriberOptions,
} from '../helpers/mail';

let app: TestApp;
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
const deliver = (afterMs?: number) => deliverNow(app, afterMs);

const subscriber = (options?: SubscriberOptions) => subscribe(app, box, article, options);
const press = (link: URL) => pressButton(app, link);

test('an author confirms the address, and hears of approval and of replies', async () => {
  const { email, guest, link, meta } = await subscriber({ confirmed: false });
  expect(meta.notify).toBe('confirm');
  const page = await app.http().get(`${link.pathname}${link.search}`).expect(200);
  expect(page.text).toMatch(/<form method="post"[^>]*><button>Confirm your address/);
  expect(page.headers['cache-control']).toBe('no-store');
  expect(page.headers['referrer-policy']).toBe('no-referrer');
  expect((await press(link).expect(200)).text).toMatch(/is confirmed/);

  const { body } = await app
    .http()
    .post(commentsPath(article))
    .set(visitor(guest))
    .send(
      commentBody({ content: 'A thought of guest.', notify: true, author: { name: 'Ana', email } })
    )
    .expect(201);
  expect(body.meta.notify).toBe('on');
  const id = body.data.documentId;
  await decide(app, id, 'approved');
  await deliver();
  const approved = await box.next(email);
  expect(approved.subject).toMatch(/^Your comment on “.*” is public$/);
  expect(approved.text).toMatch(/> A thought of guest/);
  expect(linkIn(approved, /#comment-/).hash).toBe(`#comment-${id}`);
  expect(approved.headers.get('list')).toMatchObject({ unsubscribe: { url: expect.any(String) } });

  const reply = await approvedComment(app, article, { parent: id, content: 'I see it otherwise.' });
  await deliver();
  const told = await box.next(email);
  expect(told.subject).toMatch(/^Ana answered you on/);
  expect(told.text).toMatch(/> I see it otherwise\./);
  expect(linkIn(told, /#comment-/).hash).toBe(`#comment-${reply.documentId}`);
  expect(box.mails).toEqual([]);
});

test('a link that is only looked at, as programs do, confirms nothing', async () => {
  const { email, guest, link } = await subscriber({ confirmed: false });
  await app.http().get(`${link.pathname}${link.search}`).expect(200);
  await app.http().head(`${link.pathname}${link.search}`);
  const author = { name: 'Ana', email };
  const said = await postComment(app, article, { content: 'More.', notify: true, author }, guest);
  await decide(app, said.documentId, 'approved');
  expect(await deliver()).toEqual({ sent: 0, failed: 0 });
  expect(box.mails).toEqual([]);
});

test('one who did not ask gets no mail at all', async () => {
  const { documentId } = await approvedComment(app, article);
  await approvedComment(app, article, { parent: documentId });
  await deliver();
  expect(box.mails).toEqual([]);
});

test('mails are in the language of the article', async () => {
  const { mail, link } = await subscriber({ confirmed: false, language: 'fr' });
  expect(mail.subject).toMatch(/^Confirmez votre adresse/);
  const page = await app.http().get(`${link.pathname}${link.search}`).expect(200);
  expect(page.text).toMatch(/<html lang="fr">/);
});

test('a mail program stops all mail by one click, for ever', async () => {
  const { email, guest, id, link } = await subscriber();
  await decide(app, id, 'approved');
  await deliver();
  const stop = linkIn(await box.next(email), /notices\?token=stop/);
  // RFC 8058: a POST of this one field, without cookies and without a page.
  const once = () =>
    app
      .http()
      .post(`${stop.pathname}${stop.search}`)
      .type('form')
      .send('List-Unsubscribe=One-Click')
      .expect(200);
  await once();
  await approvedComment(app, article, { parent: id });
  // An old confirmation does nothing any more, and says so.
  await press(link).expect(404);
  await once();
  await app.strapi.db.connection('analysis_addresses').update({ confirm_sent_at: null });
  const alike = email.replace('@', '+again@');
  for (const [as, address] of [
    [guest, email],
    ['another', email],
    ['a third', alike],
  ] as const) {
    const author = { name: 'Ana', email: address };
    const said = { notify: true, content: `Once more, by ${as}.`, author };
    const { documentId } = await postComment(app, article, said, as);
    await decide(app, documentId, 'approved');
    await approvedComment(app, article, { parent: documentId, content: 'Another answer.' });
  }
  await tidy(new Date(Date.now() + 40 * 24 * 3_600_000));
  expect(await deliver()).toEqual({ sent: 0, failed: 0 });
  expect(box.mails).toEqual([]);
  expect((await subscriptions().ofAddress(email))[0].stoppedAt).toEqual(expect.any(String));
});

test('a confirmation is for once: later it does nothing further', async () => {
  const { email, link } = await subscriber();
  const [{ confirmedAt }] = await subscriptions().ofAddress(email);
  await press(link).expect(200);
  expect((await subscriptions().ofAddress(email))[0].confirmedAt).toBe(confirmedAt);
  await subscriptions().forgetAddress(email);
  await press(link).expect(404);
  expect(await subscriptions().ofAddress(email)).toEqual([]);
});

test('a decision that is taken back within a minute is not mailed', async () => {
  const { id } = await subscriber();
  await decide(app, id, 'approved');
  expect(await deliver(0)).toEqual({ sent: 0, failed: 0 });
  await decide(app, id, 'rejected');
  expect(await deliver()).toEqual({ sent: 0, failed: 0 });
  expect(box.mails).toEqual([]);
});

test('nobody is told twice, nor of their own reply, nor of one that waits', async () => {
  const { email, guest, id } = await subscriber();
  await decide(app, id, 'approved');
  await deliver();
  await box.next(email);
  await decide(app, id, 'pending');
  await decide(app, id, 'approved');
  const own = await postComment(app, article, { parent: id, content: 'I add this.' }, guest);
  await decide(app, own.documentId, 'approved');
  await postComment(app, article, { parent: id, content: 'This one waits.' }, 'other');
  expect(await deliver()).toEqual({ sent: 0, failed: 0 });
  expect(box.mails).toEqual([]);
});

test('a reply that waits is mailed when it is approved, whatever came in with it', async () => {
  const { email, id } = await subscriber();
  await decide(app, id, 'approved');
  await deliver();
  await box.next(email);
  const waits = await postComment(app, article, { parent: id, content: 'It waits.' }, 'other');
  const shown = await approvedComment(app, article, { content: 'Beside it.' });
  const { snapshots } = app.strapi.plugin('analysis').service('comments');
  const read = (await snapshots([waits.documentId, shown.documentId])) as { status: string }[];
  expect(read.map(({ status }) => status).sort()).toEqual(['approved', 'pending']);
  const { enqueueForComments } = app.strapi.plugin('analysis').service('notifications');
  await app.strapi.db.transaction(({ trx }) => enqueueForComments(trx, 'created', read));
  expect(await deliver()).toEqual({ sent: 0, failed: 0 });
  await decide(app, waits.documentId, 'approved');
  await deliver();
  expect((await box.next(email)).text).toMatch(/It waits/);
});

test('a guest whose address is confirmed is trusted once moderators know them, and nobody else under it', async () => {
  app.strapi.config.set('plugin::analysis.comments.triage', true);
  const { email, guest } = await subscriber();
  const author = { name: 'Ana', email };
  const say = (content: string, as: string) =>
    app.http().post(commentsPath(article)).set(visitor(as)).send(commentBody({ content, author }));
  for (const content of ['The ferries first.', 'Then the quay wall.']) {
    const { body } = await say(content, guest).expect(201);
    expect(body.data.status).toBe('pending');
    await decide(app, body.data.documentId, 'approved');
  }
  const other = await say('I only borrow the address.', 'stranger').expect(201);
  expect(other.body.data.status).toBe('pending');
  // On the same network, in the same browser, without the token.
  const twin = await app
    .http()
    .post(commentsPath(article))
    .set('User-Agent', visitor(guest)['User-Agent'])
    .send(commentBody({ content: 'I sit at the next desk.', author }))
    .expect(201);
  expect(twin.body.data.status).toBe('pending');
  const known = await say('And what of the crossing at night?', guest).expect(201);
  app.strapi.config.set('plugin::analysis.comments.triage', false);
  expect(known.body.data.status).toBe('approved');
});

test('tokens: another’s, a broken and an old one are refused', async () => {
  const { link } = await subscriber({ confirmed: false });
  const token = link.searchParams.get('token') as string;
  const settle = (data: unknown) => app.http().post('/api/analysis/notices').send({ data });
  for (const bad of ['', 'x', `${token}x`, token.replace('confirm', 'stop'), '\u0000']) {
    const { body } = await settle({ token: bad }).expect(400);
    expect(body.error.details.errors[0].path).toEqual(['token']);
  }
  await settle({}).expect(400);
  await settle({ token, more: 1 }).expect(400);
  await press(new URL(`${link.origin}${link.pathname}?token=nonsense`)).expect(404);
  const old = (Date.now() - 8 * 24 * 60 * 60 * 1000).toString();
  await settle({ token: token.replace(/\d{13}/, old) }).expect(400);
  expect((await settle({ token }).expect(200)).body.data).toEqual({ done: 'confirm' });
});

test('a mail server that is down loses nothing: the mail is tried again', async () => {
  const { email, id } = await subscriber();
  await decide(app, id, 'approved');
  box.broken = true;
  expect(await deliver()).toEqual({ sent: 0, failed: 1 });
  expect(await deliver()).toEqual({ sent: 0, failed: 0 });
  box.broken = false;
  expect(await deliver(2 * 61_000 + 60_000)).toEqual({ sent: 1, failed: 0 });
  await box.next(email);
});

test('two senders at once send a mail once', async () => {
  const made = [await subscriber(), await subscriber(), await subscriber()];
  for (const { id } of made) await decide(app, id, 'approved');
  const results = await Promise.all([deliver(), deliver(), deliver()]);
  expect(results.reduce((sum, { sent }) => sum + sent, 0)).toBe(3);
  expect(box.mails).toHaveLength(3);
});

test('a reader who is signed in confirms too, under the account’s address', async () => {
  const { jwt, email } = await createUser(app);
  const { body } = await app
    .http()
    .post(commentsPath(article))
    .set('Authorization', `Bearer ${jwt}`)
    .send({ data: { content: 'Tell me.', notify: true } })
    .expect(201);
  expect(body.meta.notify).toBe('confirm');
  await decide(app, body.data.documentId, 'approved');
  await deliver();
  await press(linkIn(await box.next(email), /token=confirm/)).expect(200);
});

test('where mail is off, the page says so and a wish for it is passed over', async () => {
  const ask = async () =>
    (await app.http().get(commentsPath(article)).expect(200)).body.meta.notify;
  expect(await ask()).toBe(true);
  // Settings change with a restart, which keeps nothing.
  await emptyCache(app);
  app.strapi.config.set('plugin::analysis.notifications.authors', false);
  expect(await ask()).toBe(false);
  const { body } = await app
    .http()
    .post(commentsPath(article))
    .send(commentBody({ notify: true }))
    .expect(201);
  app.strapi.config.set('plugin::analysis.notifications.authors', true);
  expect(body.meta.notify).toBeUndefined();
  expect(box.mails).toEqual([]);
});

test('addresses that nobody confirmed are dropped after a week, and what was sent after a month', async () => {
  const { email } = await subscriber({ confirmed: false });
  const waiting = { name: 'Ana', email: 'waiting@example.com' };
  await postComment(app, article, { notify: true, content: 'It waits.', author: waiting }, 'waits');
  const kept = () => subscriptions().ofAddress(email);
  await tidy(new Date());
  expect(await kept()).toHaveLength(1);
  await tidy(new Date(Date.now() + 8 * 24 * 3_600_000));
  expect(await kept()).toEqual([]);
  // Who may still be asked is not forgotten.
  expect(await subscriptions().ofAddress(waiting.email)).toHaveLength(1);
  await tidy(new Date(Date.now() + 40 * 24 * 3_600_000));
  const left = await app.strapi.db.connection('analysis_notices').whereNotNull('sent_at');
  expect(left).toEqual([]);
});

test('telling five hundred authors costs no query for each', async () => {
  const ids: string[] = [];
  for (let n = 0; n < 3; n += 1) ids.push((await subscriber()).id);
  const bulk = async (some: string[]) =>
    (
      await countQueries(app, () =>
        app.strapi
          .plugin('analysis')
          .service('moderation')
          .decideBulk(
            { id: 1, name: 'Mod', personalData: true },
            { status: 'approved', items: some.map((documentId) => ({ documentId })) }
          )
      )
    ).queries.length;
  const one = await bulk(ids.slice(0, 1));
  expect(await bulk(ids.slice(1))).toBe(one);
});

test('what is kept of an address is told and erased, and mail in the outbox with it', async () => {
  const { email, id } = await subscriber();
  await decide(app, id, 'approved');
  const privacy = app.strapi.plugin('analysis').service('privacy');
  const { data } = await privacy.export({ email: email.toUpperCase() });
  expect(data.addresses).toEqual([
    { email, askedAt: expect.any(String), confirmedAt: expect.any(String), stoppedAt: null },
  ]);
  expect((await privacy.erase({ email })).erased).toMatchObject({ comments: 2, addresses: 1 });
  await deliver();
  expect(box.mails.filter((mail) => addressOf(mail) === email)).toEqual([]);
  expect((await privacy.export({ email })).data.addresses).toEqual([]);
});
