import { readPost } from './read-post';

const BODY = 'The ferry company met the islanders on Monday.';
const json = (data: unknown) => readPost({ format: 'json', data });

test.each([
  ['a text field', { title: 'The caf\ufffd', body: BODY }, ['title:ill_formed']],
  ['a list', { title: 'T one', body: BODY, topics: ['a', 'b\ufffd'] }, ['topics.1:ill_formed']],
  ['no object', 'x', [':wrong_type']],
  ['nothing', null, [':wrong_type']],
  ['several', { title: '', summaries: [{ text: 7 }] }, ['title', 'body', 'summaries.0.text']],
])('JSON with a fault in %s is refused by its path', async (_what, data, paths) => {
  const { faults, input } = await json(data);
  expect(input).toBeNull();
  expect(faults.map(({ path, code }) => `${path.join('.')}:${code}`)).toEqual(
    paths.map((path) => expect.stringContaining(path))
  );
});

test('JSON is cleaned and looked through as a page is', async () => {
  const { input, warnings } = await json({
    title: 'T one',
    body: `${BODY} <b>Bold</b>【1†x】 [it](https://www.google.com/url?q=https://a.example/)\n\n\`\`\`\nhttps://a.example/?utm_source=chatgpt.com\n\`\`\``,
    originalLink: 'https://a.example/x?utm_source=chatgpt.com',
    summaries: [{ text: `${BODY} https://a.example/?utm_source=chatgpt.com` }],
  });
  expect(input).toMatchObject({
    originalLink: 'https://a.example/x',
    summaries: [{ text: `${BODY} https://a.example/` }],
    body: `${BODY} <b>Bold</b>【1†x】 [it](https://a.example/)\n\n\`\`\`\nhttps://a.example/?utm_source=chatgpt.com\n\`\`\``,
  });
  expect(warnings.map(({ path, code }) => [path[0], code])).toEqual([
    ['body', 'html'],
    ['originalLink', 'link_cleaned'],
    ['body', 'link_cleaned'],
    ['body', 'chat_debris'],
    ['summaries', 'link_cleaned'],
  ]);
});

test.each([
  ['Markdown', 'markdown', '<p>x</p>', '<p>x</p>'],
  ['HTML', 'html', '<p>x<br>y</p>', 'x  \ny'],
])('JSON declares its body as %s', async (_what, bodyFormat, body, made) => {
  const { fields } = await json({ title: 'T one', body, bodyFormat });
  expect(fields.body).toBe(made);
});

test.each([
  ['a page', `T one\n\n${'x'.repeat(400_000)}`, 400_000],
  ['a page in HTML', `<h1>T one</h1><p>${'x'.repeat(200_000)}</p>`, 200_000],
])('%s that is longer than any post is refused unread', async (_what, text, limit) => {
  const { faults, fields } = await readPost({ format: 'text', text });
  expect(fields).toEqual({});
  expect(faults).toEqual([
    expect.objectContaining({
      path: ['body'],
      code: 'too_long',
      params: expect.objectContaining({ limit }),
    }),
  ]);
});

test('a page that lost characters outside its fields is refused too', async () => {
  const { faults } = await readPost({
    format: 'text',
    text: `T one\n\nBy \ufffd\n\nArticle:\n\n${BODY}`,
  });
  expect(faults).toEqual([expect.objectContaining({ path: ['body'], code: 'ill_formed' })]);
});
