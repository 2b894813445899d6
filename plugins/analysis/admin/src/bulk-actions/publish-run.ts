import type {
  PublishArticlesView,
  PublishedArticleView,
  RefusedArticleView,
} from '../../../shared/contracts/articles';

/** A row of the content manager's list, as far as it is looked at here. */
export interface ListedArticle {
  id: number | string;
  documentId: string;
  title?: string | null;
  status?: string;
}

/** Those that have something to publish: never published, or changed since. */
export const unpublishedOf = <Row extends ListedArticle>(rows: readonly Row[]): Row[] =>
  rows.filter(({ status }) => status !== 'published');

/** What has become of some articles that were to be published. */
export interface PublishOutcome {
  published: PublishedArticleView[];
  refused: RefusedArticleView[];
  /** Those of which nothing is known: the person stopped before them, or the request failed. */
  left: string[];
  /** What a request failed with; null when none did. */
  error: unknown;
}

interface Run {
  publish: (documentIds: string[]) => Promise<PublishArticlesView>;
  /** Told how many are dealt with, after each batch. */
  onProgress: (done: number) => void;
  isStopped: () => boolean;
}

/** Small enough that stopping takes effect within a second. */
const BATCH = 5;

/**
 * Publishes articles batch after batch, until all are dealt with, the person stops it, or a request
 * fails. Never rejects: what was published before a failure is part of the outcome.
 */
export async function publishInBatches(
  documentIds: readonly string[],
  { publish, onProgress, isStopped }: Run
): Promise<PublishOutcome> {
  const outcome: PublishOutcome = { published: [], refused: [], left: [], error: null };
  let done = 0;
  while (done < documentIds.length && !isStopped()) {
    const batch = documentIds.slice(done, done + BATCH);
    try {
      const { published, refused } = await publish(batch);
      outcome.published.push(...published);
      outcome.refused.push(...refused);
    } catch (error) {
      outcome.error = error;
      break;
    }
    done += batch.length;
    onProgress(done);
  }
  outcome.left = documentIds.slice(done);
  return outcome;
}

/** Whether all went well, so that there is nothing to look at. */
export const isComplete = ({ refused, left }: PublishOutcome): boolean =>
  refused.length + left.length === 0;

/** The rows that stay selected: those that are not published. */
export function remainingOf<Row extends ListedArticle>(
  rows: readonly Row[],
  { refused, left }: PublishOutcome
): Row[] {
  const remaining = new Set([...refused.map(({ documentId }) => documentId), ...left]);
  return rows.filter(({ documentId }) => remaining.has(documentId));
}
