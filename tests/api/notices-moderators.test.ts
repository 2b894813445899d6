import { startApp, type TestApp } from '../helpers/app';
import { approvedComment, postComment } from '../helpers/discussion';
import { adminToken, createArticle, visitor } from '../helpers/factories';
import { addressOf, startMailbox, type Mailbox } from '../helpers/mail';

let app: TestApp;
let box: Mailbox;
let article: string;

beforeAll(async () => {
  box = await startMailbox();
  app = await startApp({ env: box.env });
});
beforeEach(async () => {
  article = (await createArticle(app)).documentId;
  moderators('off');
});
afterEach(() => {
  expect(app.errors.splice(0)).toEqual([]);
});
afterAll(async () => {
  await app.stop();
  await box.stop();
});

let hours = 0;
/** Sends, as if hours had passed, until a mail has come: another sender may have the row yet. */
async function mailTo(address: string) {
  const end = Date.now() + 10_000;
  while (!box.mails.some((mail) => addressOf(mail) === address) && Date.now() < end) {
    hours += 1;
    await notices().deliver(new Date(Date.now() + hours * 3_600_000));
  }
  return box.next(address);
}

const notices = () => app.strapi.plugin('analysis').service('notifications');
const moderators = (send: string, to: string[] = []) =>
  app.strapi.config.set('plugin::analysis.notifications.moderators', { send, to, digestHours: 24 });

test('moderators are told at once of what waits, in one mail, and of what is reported', async () => {
  const { documentId } = await approvedComment(app, article);
  moderators('immediate', ['desk@example.com']);
  await postComment(app, article, { content: 'First to wait.' }, 'one');
  const first = await box.next('desk@example.com');
  expect(first.subject).toBe('A comment needs a moderator');
  expect(first.text).toMatch(/> First to wait\./);
  expect(first.text).toMatch(/plugins\/analysis\/moderation/);
  expect(first.text).not.toMatch(/ana@example\.com/);

  await postComment(app, article, { content: 'Second to wait.' }, 'two');
  await app
    .http()
    .post(`/api/analysis/comments/${documentId}/reports`)
    .set(visitor('reporter'))
    .send({ data: { reason: 'abuse' } })
    .expect(201);
  const second = await mailTo('desk@example.com');
  expect(second.subject).toBe('2 comments need a moderator');
  expect(second.text).toMatch(/reported by readers/);
  moderators('off');
  expect(box.mails).toEqual([]);
});

test('moderators are told of passages that are reported as wrong', async () => {
  moderators('immediate', ['desk@example.com']);
  await app
    .http()
    .post(`/api/analysis/articles/${article}/claims`)
    .set(visitor('finder'))
    .send({ data: { quote: 'Nobody disputed the figures', note: 'Two engineers did so.' } })
    .expect(201);
  const mail = await mailTo('desk@example.com');
  moderators('off');
  expect(mail.subject).toBe('A passage is reported as wrong');
});

test('without a list, those who may moderate are told, and no other administrator', async () => {
  await adminToken(app, [{ action: 'plugin::analysis.moderation.read' }]);
  await adminToken(app, [{ action: 'plugin::analysis.moderate' }]);
  const users = await app.strapi.db.query('admin::user').findMany({ orderBy: { id: 'asc' } });
  moderators('immediate');
  await postComment(app, article, { content: 'Who looks at this?' }, 'three');
  await mailTo(users[1].email);
  moderators('off');
  expect(users).toHaveLength(2);
  expect(box.mails).toEqual([]);
});

test('a digest comes once in its hours, with what waits, and not when nothing does', async () => {
  await app.strapi.db
    .connection('analysis_comments')
    .update({ state: 'approved', report_count: 0 });
  await app.strapi.db.connection('analysis_claims').update({ state: 'dismissed' });
  await app.strapi.plugin('analysis').service('housekeeping').recount();
  moderators('digest', ['desk@example.com']);
  const in25h = (n: number) => new Date(Date.now() + n * 25 * 3_600_000);
  expect(await notices().digest(in25h(0))).toBe(true);
  expect(await notices().deliver(in25h(0))).toEqual({ sent: 0, failed: 0 });
  await postComment(app, article, { content: 'This one waits for the digest.' }, 'four');
  expect(await notices().digest(new Date())).toBe(false);
  expect(await notices().digest(in25h(1))).toBe(true);
  await notices().deliver(in25h(1));
  const mail = await box.next('desk@example.com');
  expect(mail.subject).toBe('Moderation: 1 waiting, 0 reported');
  expect(mail.text).toMatch(/> This one waits for the digest\./);
  moderators('off');
});
