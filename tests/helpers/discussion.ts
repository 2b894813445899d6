import type { TestApp } from './app';
import { visitor } from './factories';

export const COMMENT = 'plugin::analysis.comment';

export const commentsPath = (articleId: string) => `/api/analysis/articles/${articleId}/comments`;
export const commentPath = (commentId: string) => `/api/analysis/comments/${commentId}`;

/** A guest's comment as a form sends it. */
export const commentBody = (overrides: Record<string, unknown> = {}) => ({
  data: {
    content: 'What about the ferries?',
    author: { name: 'Ana', email: 'ana@example.com' },
    ...overrides,
  },
});

export interface Posted {
  documentId: string;
  editToken: string;
}

/** Posts a comment as a guest. */
export async function postComment(
  app: TestApp,
  articleId: string,
  overrides: Record<string, unknown> = {},
  guest: number | string = 'ana'
): Promise<Posted> {
  const { body } = await app
    .http()
    .post(commentsPath(articleId))
    .set(visitor(guest))
    .send(commentBody(overrides))
    .expect(201);
  return { documentId: body.data.documentId, editToken: body.meta.editToken };
}

/** Decides on a comment through the service that the admin route calls. */
export const decide = (
  app: TestApp,
  commentId: string,
  status: string
): Promise<{ visible: boolean; previousStatus: string }> =>
  app.strapi
    .plugin('analysis')
    .service('moderation')
    .decide({ id: 1, name: 'Mod' }, commentId, { status });

/** Posts a comment and approves it. */
export async function approvedComment(
  app: TestApp,
  articleId: string,
  overrides: Record<string, unknown> = {}
): Promise<Posted> {
  const posted = await postComment(app, articleId, overrides);
  await decide(app, posted.documentId, 'approved');
  return posted;
}

export interface Node {
  documentId: string;
  content: string | null;
  deleted: boolean;
  replies: Node[];
}

/** The contents of a tree as nested lists; a tombstone is null. */
export const outline = (nodes: Node[]): unknown[] =>
  nodes.map(({ content, replies }) =>
    replies.length === 0 ? content : [content, ...outline(replies)]
  );

/** Fails unless every counter equals a count of the rows. */
export async function expectCountersExact(app: TestApp): Promise<void> {
  expect(await app.strapi.plugin('analysis').service('housekeeping').recount()).toMatchObject({
    corrected: 0,
  });
}
