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

test.each([
  // what                          votes  sum     average
  ['a perfect record', 3, 15, 5],
  ['one vote for 4 in a thousand', 1_000, 4_999, 4.99],
  ['one vote for 1 in a million', 1_000_000, 4_999_996, 4.99],
  ['what rounds down anyway', 100, 499, 4.99],
  ['the worst record', 3, 3, 1],
  ['one vote for 2 in a thousand', 1_000, 1_001, 1.01],
  ['what rounds up anyway', 100, 101, 1.01],
  ['no votes', 0, 0, 0],
])('the average of %s', (_what, count, sum, shown) => {
  const histogram: [number, number, number, number, number] = [0, 0, 0, 0, 0];
  expect(ratingView({ sum, count, histogram }, PRIOR).average).toBe(shown);
});

test('a score is whole only where the prior agrees', () => {
  const votes = 100_000;
  const of = (value: number) =>
    ratingView({ sum: value * votes, count: votes, histogram: [0, 0, 0, 0, 0] }, PRIOR).score;
  expect([of(5), of(1)]).toEqual([4.99, 1.01]);
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
