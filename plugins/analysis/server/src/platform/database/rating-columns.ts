/** Columns of an article's counters that its public rating is made of. */
export const RATING_COLUMNS = [
  'rating_sum',
  'rating_count',
  'rating_1',
  'rating_2',
  'rating_3',
  'rating_4',
  'rating_5',
] as const;
