import { toDate } from '../database/connection';

/** The dates of a published row, as the database gives them. */
export interface PublishedDates {
  first_published_at: unknown;
  published_at: unknown;
  updated_at: unknown;
}

/**
 * When readers first saw a post, and when what they see of it changed last. `updated_at` alone is
 * the day of the draft's last edit, which Strapi copies into the published row: that lies before
 * the publication. Readers see an edit from the day on which it is published.
 */
export function publicationDates(row: PublishedDates): { published: Date; modified: Date } {
  const publishedAt = toDate(row.published_at);
  const published = toDate(row.first_published_at) ?? publishedAt ?? new Date(0);
  const days = [published, publishedAt, toDate(row.updated_at)].filter((day) => day !== null);
  return { published, modified: new Date(Math.max(...days.map((day) => day.getTime()))) };
}
