import { readFileSync } from 'node:fs';
import path from 'node:path';
import { BARS, evaluate, type Labelled } from './evaluate';
import { defaultPolicy } from './policy';

const FILE = path.resolve(__dirname, '../../../../../../tests/corpus/comments.json');
const comments = JSON.parse(readFileSync(FILE, 'utf8')) as Labelled[];

test('the corpus is as described', () => {
  expect(new Set(comments.map(({ id }) => id)).size).toBe(comments.length);
  expect(new Set(comments.map(({ content }) => content)).size).toBe(comments.length);
  expect(comments.filter(({ label }) => label === 'ham').length).toBeGreaterThanOrEqual(200);
  expect(comments.filter(({ label }) => label === 'spam').length).toBeGreaterThanOrEqual(120);
});

test('the default policy takes spam for spam, and little else', async () => {
  const { all } = await evaluate(comments, defaultPolicy());
  expect(all.spamAsSpam).toBeGreaterThanOrEqual(BARS.spamAsSpam);
  expect(all.hamAsSpam).toBeLessThanOrEqual(BARS.hamAsSpam);
});
