import { each, knocking, testDoors, type Door } from '../helpers/doors';

const at = knocking();

const asEditor = () => ({ Authorization: `Bearer ${at.editor}` });
const manager = '/content-manager/collection-types/plugin::analysis';

testDoors(at, {
  'content manager article': {
    method: 'post',
    path: () => `${manager}.article`,
    fields: Object.fromEntries(
      ['title', 'slug', 'language', 'body', 'originalLink', 'generatedAt', 'topics', 'cover'].map(
        (name) => [name, (value: unknown) => ({ title: 'A title', [name]: value })]
      )
    ),
    headers: asEditor,
  },
  'content manager summary': {
    method: 'post',
    path: () => `${manager}.summary`,
    fields: Object.fromEntries(
      ['article', 'language', 'text'].map((name) => [name, (value: unknown) => ({ [name]: value })])
    ),
    headers: asEditor,
  },
  'content manager comment': {
    method: 'put',
    path: () => `${manager}.comment/${at.comment.documentId}`,
    fields: Object.fromEntries(
      ['state', 'reason', 'content', 'authorName', 'authorEmail', 'authorUrl', 'depth'].map(
        (name) => [name, (value: unknown) => ({ [name]: value })]
      )
    ),
    headers: asEditor,
  },
  'moderation decision': {
    method: 'put',
    path: () => `/analysis/comments/${at.comment.documentId}/status`,
    fields: each(() => ({ status: 'approved' }), ['status', 'reason']),
    headers: asEditor,
  },
} satisfies Record<string, Door>);
