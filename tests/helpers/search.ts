import type { TestApp } from './app';

let sequence = 0;
/** A word that no other text of the file holds. */
export const mark = (): string => `mark${(sequence += 1)}q`;

/** A publishable body that begins with some words. */
export const bodyWith = (words: string): string =>
  `${words}\n\nThe council heard engineers, shopkeepers and ferry crews before it put the plan to a ` +
  'vote, and nobody disputed the figures; what divided the room was who should carry the risk, ' +
  'and for how many years to come.';

/** Asks the search. */
export const search = (app: TestApp, query: Record<string, string | number>) =>
  app.http().get('/api/analysis/posts').query(query);
