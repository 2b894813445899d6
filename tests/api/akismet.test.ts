import { documents } from '../helpers/factories';
import { asking, held } from '../helpers/asking';
import { COMMENT, commentPath, decide } from '../helpers/discussion';
import { until, type Received } from '../helpers/outside';

const at = asking((url) => ({
  kind: 'akismet',
  key: 'a1b2c3',
  site: 'https://site.example.com',
  endpoint: `${url}/1.1`,
  test: true,
}));
const { arrive, configure, setPolicy } = at;

const form = ({ body }: Received) => Object.fromEntries(new URLSearchParams(body));
/** Answers comment-check as told, and takes every correction. */
const checks = (verdict: string, headers: Record<string, string> = {}) =>
  at.outside.answer(({ path }, response) => {
    if (path === '/1.1/comment-check') response.writeHead(200, headers).end(verdict);
    else response.end('Thanks for making the web a better place.');
  });
const corrections = () => at.outside.received.filter(({ path }) => path.startsWith('/1.1/submit-'));

test('is asked with a form, and lets pass what it does not take for spam', async () => {
  checks('false');
  const arrived = await arrive({ content: 'Größe & <b>more</b>' });
  expect(arrived).toMatchObject({ kept: 'approved', reasons: [] });
  const [request] = at.outside.received as [Received];
  expect(request.headers['content-type']).toMatch(/^application\/x-www-form-urlencoded/);
  expect(form(request)).toMatchObject({
    api_key: 'a1b2c3',
    blog: 'https://site.example.com',
    comment_content: 'Größe & <b>more</b>',
    comment_author_email: 'ana@example.com',
    permalink: expect.stringMatching(/^https:\/\/site\.example\.com\/posts\//),
    is_test: '1',
  });
});

test.each([
  ['takes for spam', {}, {}],
  ['is sure of', { 'X-akismet-pro-tip': 'discard' }, { params: { tip: 'discard' } }],
])('marks what it %s', async (_what, headers, reason) => {
  checks('true', headers);
  const arrived = await arrive();
  expect(arrived).toMatchObject({ kept: 'spam', heard: 'pending' });
  expect(arrived.reasons).toMatchObject([{ phase: 'external', code: 'spam', ...reason }]);
  expect(arrived.answer).not.toMatch(/akismet/i);
});

test('has its complaints in the log, and the comment waits', async () => {
  checks('invalid', { 'X-akismet-debug-help': 'Empty "blog" value' });
  const arrived = await arrive();
  expect(arrived).toMatchObject(held('unusable'));
  expect(at.warned).toEqual([expect.stringContaining('Empty "blog" value')]);
});

test('hears where people decide otherwise, as it was asked, and only there', async () => {
  checks('true');
  const spam = await arrive();
  const agreed = await arrive();
  checks('false');
  const ham = await arrive();
  const asked = at.outside.received.map(({ body }) => body);
  await decide(at.app, agreed.documentId, 'rejected');
  await decide(at.app, ham.documentId, 'rejected');
  expect(corrections()).toEqual([]);
  await decide(at.app, spam.documentId, 'approved');
  // The content manager is another way to the same decision.
  await documents(at.app, COMMENT).update({
    documentId: ham.documentId,
    data: { state: 'spam' } as never,
  });
  await until(() => corrections().length === 2);
  expect(corrections().map(({ path, body }) => [path, asked.indexOf(body)])).toEqual([
    ['/1.1/submit-ham', 0],
    ['/1.1/submit-spam', 2],
  ]);
});

test('hears nothing of what was edited without it, or decided while it is off', async () => {
  checks('false');
  const edited = await arrive();
  const off = await arrive();
  const last = await arrive();
  configure({ kind: 'none' });
  await at.app
    .http()
    .patch(commentPath(edited.documentId))
    .set('X-Analysis-Edit-Token', edited.editToken)
    .send({ data: { content: 'It never saw this.' } })
    .expect(200);
  configure({ kind: 'akismet' });
  await decide(at.app, edited.documentId, 'spam');
  await setPolicy(() => ({ external: { enabled: false } }));
  await decide(at.app, off.documentId, 'spam');
  await setPolicy(() => ({ external: { enabled: true } }));
  await decide(at.app, last.documentId, 'spam');
  await until(() => corrections().length > 0);
  expect(corrections().map(({ body }) => body)).toEqual([at.outside.received[2]?.body]);
});
