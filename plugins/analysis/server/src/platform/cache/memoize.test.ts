import { memoized } from './memoize';

test('what was derived of the same texts last is not derived again', () => {
  let derived = 0;
  const shout = memoized(
    (...texts: [string, string | null]) => {
      derived += 1;
      return `${texts[0].toUpperCase()}${texts[1] ?? ''}`;
    },
    { characters: 100 }
  );
  expect([shout('a', 'b'), shout('a', 'b'), shout('ab', null)]).toEqual(['Ab', 'Ab', 'AB']);
  expect(derived).toBe(2);
});

test('nothing is derived of nothing', () => {
  const trim = memoized((text: string) => text.trim(), { characters: 100 });
  expect([trim(''), trim('')]).toEqual(['', '']);
});
