import { notFound } from '../../platform/errors';
import { apiUrl, fileUrl, homeUrl, postUrl, serverUrl } from '../../platform/http/urls';
import type { DocumentId } from '../../platform/strapi/uids';
import { configOf } from '../../config';
import type { SyndicationDeps } from './deps';
import { oembedOf } from './oembed-format';
import { slugIn } from './rules';

/**
 * Reads how a post is embedded (oembed.com).
 * @param url address of a post's page
 * @param most of the embedded post's sides, in CSS pixels
 * @throws NotFoundError unless it is that of a published post
 */
export const readOembed =
  ({ posts, strapi }: SyndicationDeps) =>
  async (
    url: URL,
    most: { width: number; height: number }
  ): Promise<{ articleId: DocumentId; answer: Record<string, string | number> }> => {
    const slug = slugIn(url, postUrl(strapi, ':slug'));
    let found = slug === null ? null : await posts.read(slug, []);
    if (found?.kind === 'moved') found = await posts.read(found.slug, []);
    if (found?.kind !== 'post') throw notFound('Post');
    const { article } = found.post;
    const { cover } = article;
    const answer = oembedOf(
      { ...article, cover: cover && { ...cover, url: fileUrl(strapi, cover.url) } },
      {
        publisher: configOf(strapi).publisher,
        home: homeUrl(strapi),
        server: serverUrl(strapi, ''),
        script: apiUrl(strapi, '/embed.js'),
      },
      most
    );
    return { articleId: article.documentId, answer };
  };
