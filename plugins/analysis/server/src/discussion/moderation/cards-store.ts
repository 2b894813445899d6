import type { Knex } from 'knex';
import type { QueueCard } from '../../../../shared/contracts/moderation';
import type { DocumentId } from '../../platform/strapi/uids';
import {
  selectArticleNames,
  selectByIds,
  selectHistories,
  selectOpenReports,
  type ArticleName,
  type OpenReport,
  type QueueRow,
} from './queue-store';
import { maskEmail } from '../../platform/text/mask-email';
import type { Bans } from '../bans/api';
import { selectLastEvents, type EventRow } from './record-store';

interface Surroundings {
  articles: Map<DocumentId, ArticleName>;
  parents: Map<DocumentId, QueueRow>;
  reports: Map<DocumentId, OpenReport[]>;
  histories: Map<string, Record<string, number>>;
  events: Map<DocumentId, EventRow>;
  banned: Set<DocumentId>;
  viewer: Viewer;
}

/** What a card shows beside the columns of its comment. */
export interface Viewer {
  /** Whether they may see addresses of people. */
  personalData: boolean;
  /** Where the post of a slug is. */
  addressOf: (slug: string) => string;
  bansOf: Bans['find'];
}

const present = (values: (string | null)[]): string[] => [
  ...new Set(values.filter((value): value is string => value !== null)),
];

function authorCard(row: QueueRow, around: Surroundings): QueueCard['author'] {
  const history = around.histories.get(row.authorEmail ?? '') ?? {};
  return {
    name: row.authorName ?? '',
    email: around.viewer.personalData ? row.authorEmail : maskEmail(row.authorEmail),
    url: row.authorUrl,
    network: around.viewer.personalData ? row.ipHash : null,
    signedIn: row.userId !== null,
    moderator: row.moderator,
    banned: around.banned.has(row.documentId),
    history: {
      approved: history.approved ?? 0,
      rejected: history.rejected ?? 0,
      spam: history.spam ?? 0,
    },
  };
}

function card(row: QueueRow, around: Surroundings): QueueCard {
  const article = around.articles.get(row.articleId);
  const parent = row.parentId === null ? undefined : around.parents.get(row.parentId);
  const event = around.events.get(row.documentId);
  return {
    documentId: row.documentId,
    status: row.status,
    visible: row.visible,
    deleted: row.deleted,
    content: row.content,
    contentHash: row.contentHash,
    language: row.language,
    depth: row.depth,
    createdAt: row.createdAt.toISOString(),
    editedAt: row.editedAt?.toISOString() ?? null,
    author: authorCard(row, around),
    article: {
      documentId: row.articleId,
      title: article?.title ?? '',
      slug: article?.slug ?? null,
      published: article?.published ?? false,
      address: article?.published && article.slug ? around.viewer.addressOf(article.slug) : null,
    },
    parent: parent
      ? {
          documentId: parent.documentId,
          author: parent.authorName ?? '',
          content: parent.content,
        }
      : null,
    heldReasons: row.heldReasons,
    reports: (around.reports.get(row.documentId) ?? []).map(
      ({ documentId, reason, note, createdAt }) => ({
        documentId,
        reason,
        note,
        createdAt: createdAt.toISOString(),
      })
    ),
    decided: event
      ? { by: event.actorName, at: event.createdAt.toISOString(), reason: event.reason }
      : null,
  };
}

/**
 * Comments as a moderator sees them, with what stands around them: six queries, whatever their
 * number.
 */
export async function cardsOf(knex: Knex, rows: QueueRow[], viewer: Viewer): Promise<QueueCard[]> {
  if (rows.length === 0) return [];
  const ids = rows.map(({ documentId }) => documentId);
  const reports = new Map<DocumentId, OpenReport[]>();
  for (const report of await selectOpenReports(knex, ids)) {
    reports.set(report.commentId, [...(reports.get(report.commentId) ?? []), report]);
  }
  const parents = await selectByIds(knex, present(rows.map(({ parentId }) => parentId)));
  const bans = await viewer.bansOf(
    knex,
    rows.map(({ authorKey, authorEmail, ipHash }) => ({
      authorKey,
      email: authorEmail,
      network: ipHash,
    }))
  );
  const around: Surroundings = {
    articles: await selectArticleNames(knex, present(rows.map(({ articleId }) => articleId))),
    parents: new Map(parents.map((parent) => [parent.documentId, parent])),
    reports,
    histories: await selectHistories(knex, present(rows.map(({ authorEmail }) => authorEmail))),
    events: await selectLastEvents(knex, ids),
    banned: new Set(ids.filter((_, at) => bans[at] !== null)),
    viewer,
  };
  return rows.map((row) => card(row, around));
}
