import type { Knex } from 'knex';
import type { CommentStatus } from '../../../shared/contracts/comments';
import type { Trx } from '../common/database';
import { TABLE, type DocumentId } from '../common/uids';

/** The latest comments among which near-duplicates are looked for: waves come close together. */
const LATEST = 300;

export interface AuthorFacts {
  bySameAuthor: boolean;
  history: { approved: number; rejected: number; spam: number };
  /** Whether the owner of the author's e-mail address has said that this author is they. */
  confirmedEmail: boolean;
}

const count = (knex: Knex, narrow: (query: Knex.QueryBuilder) => void): Knex.QueryBuilder =>
  knex(TABLE.comment).modify(narrow).count('*');

/** What earlier comments say of an author, in one query. */
export async function selectAuthorFacts(
  trx: Trx,
  { authorKey, emailHash }: { authorKey: string; emailHash: string | null },
  comment: { contentHash: string; exceptId: DocumentId | null }
): Promise<AuthorFacts> {
  const own = (query: Knex.QueryBuilder): void => {
    void query.where('author_key', authorKey);
    if (comment.exceptId !== null) void query.whereNot('document_id', comment.exceptId);
  };
  const ofStatus = (status: CommentStatus) =>
    count(trx, (query) => {
      own(query);
      void query.where('state', status);
    });
  const same = count(trx, (query) => {
    own(query);
    void query.where('content_hash', comment.contentHash);
  });
  const confirmed = trx(TABLE.address)
    .where({ author_key: authorKey, email_hash: emailHash ?? '' })
    .whereNotNull('confirmed_at')
    .count('*');
  const parts: [string, Knex.QueryBuilder][] = [
    ['same_text', same],
    ['approved', ofStatus('approved')],
    ['rejected', ofStatus('rejected')],
    ['spam', ofStatus('spam')],
    ['confirmed', confirmed],
  ];
  const row = (await trx.first(
    parts.map(([name, query]) => trx.raw('(?) as ??', [query, name]))
  )) as unknown as Record<string, number | string>;
  const of = (name: string) => Number(row[name] ?? 0);
  return {
    bySameAuthor: of('same_text') > 0,
    history: { approved: of('approved'), rejected: of('rejected'), spam: of('spam') },
    confirmedEmail: of('confirmed') > 0,
  };
}

/** Fingerprints of the latest comments on other articles. */
export async function selectFingerprints(trx: Trx, articleId: DocumentId): Promise<string[]> {
  const rows: { article_id: string; fingerprint: string | null }[] = await trx(TABLE.comment)
    .orderBy('id', 'desc')
    .limit(LATEST)
    .select('article_id', 'fingerprint');
  return rows.flatMap((row) =>
    row.article_id !== articleId && row.fingerprint ? [row.fingerprint] : []
  );
}

/** A decision that a person took, with what it was about. */
export interface DecidedRow {
  commentId: DocumentId;
  content: string;
  language: string | null;
  articleLanguage: string | null;
  authorName: string | null;
  authorEmail: string | null;
  authorUrl: string | null;
  signedIn: boolean;
  status: CommentStatus;
}

/** The latest decisions of people on comments that are still there, one a comment. */
export async function selectDecided(knex: Knex, limit: number): Promise<DecidedRow[]> {
  const last = knex(TABLE.event)
    .whereNotNull('actor_id')
    .whereIn('kind', ['decision', 'reports'])
    .whereNot('to_status', 'pending')
    .groupBy('comment_id')
    .select('comment_id')
    .max({ id: 'id' })
    .orderBy('id', 'desc')
    .limit(limit);
  const rows: Record<string, string | null>[] = await knex
    .from(last.as('l'))
    .join({ e: TABLE.event }, 'e.id', 'l.id')
    .join({ c: TABLE.comment }, 'c.document_id', 'e.comment_id')
    .leftJoin({ a: TABLE.article }, (on) =>
      on.on('a.document_id', 'c.article_id').andOnNull('a.published_at')
    )
    .whereNull('c.deleted_at')
    .where((either) =>
      either.whereNull('e.content_hash').orWhereRaw('e.content_hash = c.content_hash')
    )
    .select(
      'c.document_id',
      'c.content',
      'c.language',
      'c.author_name',
      'c.author_email',
      'c.author_url',
      'c.user_id',
      { article_language: 'a.language', to_status: 'e.to_status' }
    );
  return rows.map((row) => ({
    commentId: row.document_id as string,
    content: row.content ?? '',
    language: row.language ?? null,
    articleLanguage: row.article_language ?? null,
    authorName: row.author_name ?? null,
    authorEmail: row.author_email ?? null,
    authorUrl: row.author_url ?? null,
    signedIn: row.user_id !== null,
    status: row.to_status as CommentStatus,
  }));
}
