import { starsOf } from './stars';

test.each([
  [0, 0],
  [1, 1],
  [1.01, 2],
  [1.5, 2],
  [2.4, 2],
  [4.49, 4],
  [4.5, 4],
  [4.99, 4],
  [5, 5],
])('an average of %d fills %d stars', (average, stars) => {
  expect(starsOf(average)).toBe(stars);
});
