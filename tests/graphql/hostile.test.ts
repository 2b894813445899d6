import { claimBody } from '../helpers/claims';
import {
  byDocumentId,
  guest,
  writeContext,
  testNesting,
  testHostileValues,
  type WriteRoute,
} from '../helpers/hostile-writes';

const at = writeContext();

/** An operation with a hostile value in one of its variables. */
const operation = (
  query: string,
  variables: () => Record<string, unknown>,
  storedIn?: WriteRoute['storedIn']
): WriteRoute => ({
  ...(storedIn ? { storedIn } : {}),
  method: 'post',
  path: () => '/graphql',
  fields: Object.fromEntries(
    Object.keys(variables()).map((name) => [
      name,
      (value) => ({ query, variables: { ...variables(), [name]: value } }),
    ])
  ),
  headers: () => ({ Authorization: `Bearer ${at.token}` }),
});

const ROUTES: Record<string, WriteRoute> = {
  'GraphQL rating': operation(
    'mutation ($id: ID!, $value: Int!) { rateAnalysisArticle(articleId: $id, value: $value) { mine } }',
    () => ({ id: at.article?.documentId, value: 3 })
  ),
  'GraphQL comment': operation(
    `mutation ($id: ID!, $content: String!, $parent: ID, $name: String!, $email: String!, $url: String) {
      createAnalysisComment(articleId: $id, data: {
        content: $content, parent: $parent, author: { name: $name, email: $email, url: $url }
      }) { documentId }
    }`,
    () => ({
      id: at.article?.documentId,
      content: 'A comment.',
      parent: null,
      name: 'Ana',
      email: guest.email,
      url: null,
    }),
    {
      table: 'analysis_comments',
      where: byDocumentId,
      columns: {
        content: 'content',
        parent: 'parent_id',
        name: 'author_name',
        email: 'author_email',
        url: 'author_url',
      },
    }
  ),
  'GraphQL comment edit': operation(
    'mutation ($id: ID!, $content: String!, $token: String) { updateAnalysisComment(documentId: $id, content: $content, editToken: $token) { documentId } }',
    () => ({ id: at.comment?.documentId, content: 'An edit.', token: at.comment?.editToken }),
    { table: 'analysis_comments', where: byDocumentId, columns: { content: 'content' } }
  ),
  'GraphQL report': operation(
    'mutation ($id: ID!, $reason: String!, $note: String) { reportAnalysisComment(documentId: $id, reason: $reason, note: $note) }',
    () => ({ id: at.comment?.documentId, reason: 'spam', note: 'A note.' }),
    { table: 'analysis_reports', columns: { reason: 'reason', note: 'note' } }
  ),
  'GraphQL claim': operation(
    `mutation ($id: ID!, $quote: String!, $note: String!, $source: String) {
      reportAnalysisClaim(articleId: $id, quote: $quote, note: $note, source: $source)
    }`,
    () => ({ id: at.article?.documentId, ...claimBody().data, source: null }),
    { table: 'analysis_claims', columns: { note: 'note', source: 'source' } }
  ),
  'GraphQL article': operation(
    `mutation ($title: String, $slug: String, $language: String, $body: String, $link: String) {
      createAnalysisArticle(status: DRAFT, data: {
        title: $title, slug: $slug, language: $language, body: $body, originalLink: $link
      }) { documentId }
    }`,
    () => ({ title: 'A title', slug: null, language: 'en', body: 'A body.', link: null }),
    {
      table: 'analysis_articles',
      where: byDocumentId,
      columns: {
        title: 'title',
        slug: 'slug',
        language: 'language',
        body: 'body',
        link: 'original_link',
      },
    }
  ),
  'GraphQL summary': operation(
    `mutation ($article: ID, $language: String, $text: String) {
      createAnalysisSummary(status: DRAFT, data: {
        article: $article, language: $language, text: $text
      }) { documentId }
    }`,
    () => ({ article: at.article?.documentId, language: null, text: null })
  ),
  'GraphQL reading': operation(
    `query ($slug: String!, $lang: String, $thread: ID!, $cursor: String) {
      analysisPost(slug: $slug, lang: $lang) { article { title } }
      analysisReplies(articleId: $slug, thread: $thread, cursor: $cursor) { nextCursor }
    }`,
    () => ({ slug: at.article?.slug, lang: 'fr', thread: 'x', cursor: null })
  ),
};

testHostileValues(at, ROUTES);
testNesting(at, ROUTES);
