import type { Knex } from 'knex';
import type { CommentStatus } from '../../../../shared/contracts/comments';
import type { Trx } from '../../platform/database/connection';
import type { CommentTable } from '../../platform/database/tables';
import { statement } from '../../platform/database/prepared-statement';
import { TABLE, type DocumentId } from '../../platform/strapi/uids';
import { halvesOf, type Halves } from './near-duplicates';

/** The latest comments among which near-duplicates are looked for: waves come close together. */
export const LATEST = 300;

export interface AuthorSignals {
  bySameAuthor: boolean;
  history: { approved: number; rejected: number; spam: number };
  /**
   * Whether the owner of the author's e-mail address has said that this author is they. Only asked
   * of authors with an approved comment.
   */
  confirmedEmail: boolean;
}

/** A comment by what its author's earlier ones are looked up by. */
export interface Arrived {
  authorKey: string;
  emailHash: string | null;
  contentHash: string;
  /** The comment itself, when it is there already. */
  exceptId: DocumentId | null;
}

const earlier = statement<
  { author_key: string; state: CommentStatus; same_text: string | null; n: number | string },
  { authorKeys: string[]; contentHashes: string[]; exceptIds: string[] }
>((knex, { authorKeys, contentHashes, exceptIds }) =>
  knex(TABLE.comment)
    .whereIn('author_key', authorKeys)
    .whereNotIn('document_id', exceptIds)
    .select('author_key', 'state', {
      same_text: knex.raw(
        `case when content_hash in (${contentHashes.map(() => '?').join(', ')}) then content_hash end`,
        contentHashes
      ),
    })
    .count({ n: '*' })
    // By place, as PostgreSQL does not take two expressions with parameters for the same one.
    .groupByRaw('1, 2, 3')
);

const confirmed = statement<
  { author_key: string; email_hash: string },
  { authorKeys: string[]; emailHashes: string[] }
>((knex, { authorKeys, emailHashes }) =>
  knex(TABLE.address)
    .whereIn('email_hash', emailHashes)
    .whereIn('author_key', authorKeys)
    .whereNotNull('confirmed_at')
    .select('author_key', 'email_hash')
);

/** Signals of authors from their earlier comments: one query, and another for known authors. */
export async function selectAuthorSignals(
  trx: Trx,
  comments: readonly Arrived[]
): Promise<AuthorSignals[]> {
  const authorKeys = comments.map(({ authorKey }) => authorKey);
  const rows = await earlier(trx, {
    authorKeys,
    contentHashes: comments.map(({ contentHash }) => contentHash),
    // An empty list would find nothing.
    exceptIds: comments.map(({ exceptId }) => exceptId ?? ''),
  });
  // Whether an address is theirs matters only of those whom moderators have approved before.
  const approved = new Set(
    rows.filter(({ state }) => state === 'approved').map((row) => row.author_key)
  );
  const asked = comments.filter(({ authorKey }) => approved.has(authorKey));
  const known = await confirmed(trx, {
    authorKeys: asked.map(({ authorKey }) => authorKey),
    emailHashes: asked.flatMap(({ emailHash }) => emailHash ?? []),
  });
  return comments.map(({ authorKey, emailHash, contentHash }) => {
    const own = rows.filter((row) => row.author_key === authorKey);
    const of = (status: CommentStatus): number =>
      own.reduce((sum, { state, n }) => (state === status ? sum + Number(n) : sum), 0);
    return {
      bySameAuthor: own.some((row) => row.same_text === contentHash),
      history: { approved: of('approved'), rejected: of('rejected'), spam: of('spam') },
      confirmedEmail: known.some(
        (row) => row.author_key === authorKey && row.email_hash === emailHash
      ),
    };
  });
}

/** A comment among the latest, with what it is compared by. */
export interface Latest {
  articleId: DocumentId;
  fingerprint: Halves | null;
}

const latest = statement<
  { article_id: DocumentId; fingerprint: string | null },
  Record<string, never>
>((knex) =>
  knex(TABLE.comment).orderBy('id', 'desc').limit(LATEST).select('article_id', 'fingerprint')
);

/** The latest comments, newest first. */
export async function selectLatest(trx: Trx): Promise<Latest[]> {
  const rows = await latest(trx, {});
  return rows.map((row) => ({
    articleId: row.article_id,
    fingerprint: row.fingerprint ? halvesOf(row.fingerprint) : null,
  }));
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

/**
 * Of events `e` those that stand. An undo carries the batch that it took back; one from before it
 * did is known by the way back that it went.
 */
const notUndone = (knex: Knex, query: Knex.QueryBuilder): Knex.QueryBuilder =>
  query.whereNotExists(
    knex({ u: TABLE.event })
      .where('u.kind', 'undo')
      .whereRaw('u.comment_id = e.comment_id and u.id > e.id')
      .where((either) =>
        either
          .whereRaw('u.batch = e.batch')
          .orWhereRaw(
            'u.batch is null and u.from_status = e.to_status and u.to_status = e.from_status'
          )
      )
      .select(knex.raw('1'))
  );

interface RawDecided extends Pick<
  CommentTable,
  'document_id' | 'content' | 'language' | 'author_name' | 'author_email' | 'author_url' | 'user_id'
> {
  /** Null where the article is gone. */
  article_language: string | null;
  to_status: CommentStatus;
}

/** The latest standing decisions of people on comments that are still there, one a comment. */
export async function selectDecided(knex: Knex, limit: number): Promise<DecidedRow[]> {
  const last = notUndone(knex, knex({ e: TABLE.event }))
    .whereNotNull('e.actor_id')
    .whereNotNull('e.from_status')
    .whereIn('e.kind', ['decision', 'reports'])
    .groupBy('e.comment_id')
    .select('e.comment_id')
    .max({ id: 'e.id' })
    .orderBy('id', 'desc')
    .limit(limit);
  const rows: RawDecided[] = await knex
    .from(last.as('l'))
    .join({ e: TABLE.event }, 'e.id', 'l.id')
    .join({ c: TABLE.comment }, 'c.document_id', 'e.comment_id')
    .leftJoin({ a: TABLE.article }, (on) =>
      on.on('a.document_id', 'c.article_id').andOnNull('a.published_at')
    )
    .whereNull('c.deleted_at')
    .whereNot('e.to_status', 'pending')
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
    commentId: row.document_id,
    content: row.content ?? '',
    language: row.language,
    articleLanguage: row.article_language,
    authorName: row.author_name,
    authorEmail: row.author_email,
    authorUrl: row.author_url,
    signedIn: row.user_id !== null,
    status: row.to_status,
  }));
}
