import { sharedApp, type TestApp } from '../helpers/app';
import { PASSAGE } from '../helpers/claims';
import { createArticle } from '../helpers/factories';

let app: TestApp;
beforeAll(async () => {
  app = await sharedApp();
});
afterEach(() => expect(app.errors.splice(0)).toEqual([]));
afterAll(() => app.stop());

const CLAIM = { quote: PASSAGE, note: 'Two engineers did dispute them.', source: '', homepage: '' };
const submit = (path: string, fields: Record<string, string>, headers: object) =>
  app
    .http()
    .post(path)
    .type('form')
    .set({ 'Sec-Fetch-Site': 'same-origin', ...headers })
    .send(fields);
/** As a browser that keeps its cookie. */
const known = ({ headers }: { headers: Record<string, unknown> }) => ({
  Cookie: (headers['set-cookie'] as string[])[0]?.split(';')[0] as string,
});

test('a refused report keeps what was written, and says at each field what is wrong', async () => {
  const { slug } = await createArticle(app);
  const send = (fields: Record<string, string>, headers = {}) =>
    submit(
      `/posts/${slug}/claims`,
      { ...CLAIM, ...fields },
      { 'Accept-Language': 'en', ...headers }
    );
  const { text, headers } = await send({
    quote: 'This is "nowhere" in the text',
    source: 'no address',
  }).expect(400);
  expect(headers['cache-control']).toBe('no-store');
  expect(text).toContain('<details open>');
  expect(text).toContain('This is &quot;nowhere&quot; in the text</textarea>');
  expect(text).toContain('value="no address"');
  expect(text).toMatch(/id="claim-quote"[^>]*aria-invalid="true"[^>]*"claim-quote-error"/);
  expect(text).toContain('We cannot find this passage in the text.');
  expect(text).toContain('Please give a web address that starts with https://.');
  const expectRefused = async (fields: Record<string, string>, why: RegExp, headers = {}) =>
    expect((await send(fields, headers).expect(400)).text).toMatch(why);
  await expectRefused({ note: '' }, /Please fill this in/);
  await expectRefused({ note: 'short' }, /Please write at least 10 characters/);
  const me = known(await send({}).expect(303));
  for (let n = 0; n < 9; n += 1) await expectRefused({}, /reported this passage already/, me);
  const tooMany = await send({ quote: 'what divided the room' }, me).expect(429);
  expect(tooMany.headers['retry-after']).toMatch(/^\d+$/);
  expect(tooMany.text).toContain('Please try again tomorrow');
  expect(tooMany.text).toContain('what divided the room</textarea>');
});
