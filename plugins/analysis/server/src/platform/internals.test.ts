import { internalsWarning } from './internals';

test('one line names all that is missing, and none is said of nothing', () => {
  expect(internalsWarning([])).toBeNull();
  expect(internalsWarning(['one.thing', 'another'])).toMatch(/: one\.thing; another$/);
});
