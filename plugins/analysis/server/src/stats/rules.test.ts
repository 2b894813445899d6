import { average, bayesianAverage, ratingView, voteDeltas } from './rules';

const PRIOR = { priorMean: 3, priorVotes: 5 };

test.each([
  // votes  sum  score
  [0, 0, 3],
  [1, 5, 20 / 6],
  [100, 400, 415 / 105],
])('the score of %d votes with the sum %d', (count, sum, score) => {
  expect(bayesianAverage(sum, count, PRIOR)).toBeCloseTo(score, 10);
});

test('one five-star vote does not beat a hundred fours', () => {
  expect(bayesianAverage(5, 1, PRIOR)).toBeLessThan(bayesianAverage(400, 100, PRIOR));
});

test('without a prior and without votes nothing is divided by zero', () => {
  expect(bayesianAverage(0, 0, { priorMean: 3, priorVotes: 0 })).toBe(0);
  expect(average(0, 0)).toBe(0);
});

test('the view shows what the widget shows', () => {
  expect(ratingView({ sum: 13, count: 3, histogram: [0, 0, 0, 2, 1] }, PRIOR)).toEqual({
    total: 3,
    average: 4.33,
    histogram: { 1: 0, 2: 0, 3: 0, 4: 2, 5: 1 },
    score: 3.5,
  });
});

test('votes of several articles add up to what each one moves by', () => {
  const moves = [
    { articleId: 'a', from: null, to: 5 },
    { articleId: 'a', from: 2, to: 4 },
    { articleId: 'b', from: 3, to: null },
    { articleId: 'a', from: 4, to: 4 },
  ];
  expect([...voteDeltas(moves)]).toEqual([
    ['a', { sum: 7, count: 1, histogram: [0, -1, 0, 1, 1] }],
    ['b', { sum: -3, count: -1, histogram: [0, 0, -1, 0, 0] }],
  ]);
});
