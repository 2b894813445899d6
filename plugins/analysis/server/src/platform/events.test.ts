import { createEvents } from './events';

interface Payloads {
  'article.changed': { articleId: string };
  'topic.changed': { name: string };
}

test('subscribers are called one after the other, in the order in which they subscribed', async () => {
  const events = createEvents<Payloads>();
  const calls: string[] = [];
  events.on('article.changed', async ({ articleId }) => {
    await Promise.resolve();
    calls.push(`first ${articleId}`);
  });
  events.on('article.changed', ({ articleId }) => {
    calls.push(`second ${articleId}`);
  });
  events.on('topic.changed', () => {
    calls.push('of another event');
  });
  await events.emit('article.changed', { articleId: 'a' });
  expect(calls).toEqual(['first a', 'second a']);
});

test('an error of a subscriber reaches the emitter, and those after it are not called', async () => {
  const events = createEvents<Payloads>();
  const calls: string[] = [];
  events.on('article.changed', () => {
    throw new Error('refused');
  });
  events.on('article.changed', () => {
    calls.push('later');
  });
  await expect(events.emit('article.changed', { articleId: 'a' })).rejects.toThrow('refused');
  expect(calls).toEqual([]);
});

test('an event that nobody subscribed to is emitted to nobody', async () => {
  await expect(
    createEvents<Payloads>().emit('topic.changed', { name: 'law' })
  ).resolves.toBeUndefined();
});
