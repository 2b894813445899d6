import { createSerialQueue } from './serial-queue';

test('work is done in turn, with the event loop free in between', async () => {
  const queue = createSerialQueue();
  const order: string[] = [];
  const work = (name: string) =>
    queue(async () => {
      order.push(`${name} begins`);
      await Promise.resolve();
      order.push(`${name} ends`);
      setImmediate(() => order.push(`free after ${name}`));
      return name;
    });
  expect(await Promise.all([work('a'), work('b')])).toEqual(['a', 'b']);
  expect(order).toEqual(['a begins', 'a ends', 'free after a', 'b begins', 'b ends']);
});

test('what fails fails for whoever asked, and the next has its turn', async () => {
  const queue = createSerialQueue();
  const failing = queue(() => {
    throw new Error('broken');
  });
  const next = queue(() => 1);
  await expect(failing).rejects.toThrow('broken');
  expect(await next).toBe(1);
});
