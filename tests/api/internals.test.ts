import { startApp } from '../helpers/app';

test('a start on the versions that are installed misses none of their internals', async () => {
  const app = await startApp();
  try {
    expect(app.warnings.filter((line) => line.includes('slower than it could be'))).toEqual([]);
  } finally {
    await app.stop();
  }
});
