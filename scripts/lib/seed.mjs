import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from './build.mjs';
import { readPosts } from './posts.mjs';

const ARTICLE = 'plugin::analysis.article';
const SAMPLES = path.join(ROOT, 'database/samples');

/** A reader of the demo: no person, so no address. */
const reader = (name) => {
  const key = createHash('sha256').update(`demo ${name}`).digest('base64url');
  return {
    ...{ user: null, key, keys: [key], address: '', ipHash: key },
    ...{ userAgent: 'demo', newVisitorToken: null },
  };
};

const author = (name) => ({
  name,
  email: `${name.normalize('NFD').replace(/\W/g, '').toLowerCase()}@example.org`,
});

/** What readers did with a published sample, by the start of its slug. */
const READERS = {
  'tidal-power': {
    votes: [5, 4, 5, 4, 4],
    comments: [
      {
        by: 'Moira',
        text: 'The staging is what convinced our harbour. Nobody here would have signed for sixty at once.',
        replies: [
          {
            by: 'Callum',
            text: 'It convinced some of us. The corridor is closed from the first machine on.',
          },
        ],
      },
      {
        by: 'Jens',
        text: 'Where will the monitoring data be published?\n\nThe last project promised the same: https://example.org/report',
      },
    ],
  },
  'les-trains': { votes: [4, 3, 5], comments: [{ by: 'Inès', text: 'Et les vélos ?' }] },
  'a-city-writes': { votes: [5, 5], comments: [] },
};

async function publish(strapi, documentId, review) {
  const articles = strapi.documents(ARTICLE);
  if (review) {
    await articles.update({
      documentId,
      data: { reviewer: 'Edith Demo', editorialResponsibility: true },
    });
  }
  await articles.publish({ documentId });
}

async function discuss(strapi, articleId, comments, parent) {
  const service = (name) => strapi.plugin('analysis').service(name);
  for (const { by, text, replies = [] } of comments) {
    const { receipt } = await service('comments').create(reader(by), articleId, {
      content: text,
      author: author(by),
      ...(parent ? { parent } : {}),
    });
    await service('moderation').decide({ id: 0, name: 'Demo' }, receipt.documentId, {
      status: 'approved',
    });
    await discuss(strapi, articleId, replies, receipt.documentId);
  }
}

/**
 * Loads the sample posts, publishes those that can be, and lets a few readers rate and comment.
 * A sample that is there already is left alone.
 * @returns {Promise<number>} how many were new
 */
export async function loadSamples(strapi) {
  const service = (name) => strapi.plugin('analysis').service(name);
  let created = 0;
  for (const file of readdirSync(SAMPLES).sort()) {
    for (const { post } of readPosts(path.join(SAMPLES, file))) {
      const result = await service('ingest')
        .ingest(post)
        .catch((error) => {
          // A sample that someone edited in the demo is theirs now.
          if (error.details?.edited) return null;
          throw error;
        });
      if (result?.outcome !== 'created') continue;
      created += 1;
      // The one without a link stays a draft: an editor sees there what is missing.
      if (result.warnings.some(({ code }) => code === 'missing_for_publish')) continue;
      await publish(strapi, result.documentId, result.slug.startsWith('tidal-power'));
      const done = Object.entries(READERS).find(([start]) => result.slug.startsWith(start))?.[1];
      if (!done) continue;
      for (const [index, value] of done.votes.entries()) {
        await service('ratings').rate(reader(`voter ${index}`), result.documentId, { value });
      }
      await discuss(strapi, result.documentId, done.comments);
    }
  }
  if (created > 0) await leavePending(strapi);
  return created;
}

/** A comment for the moderator to decide on. */
async function leavePending(strapi) {
  const { items } = await strapi
    .plugin('analysis')
    .service('posts')
    .list({ sort: 'score', page: 1, pageSize: 1, languages: [] });
  if (items.length === 0) return;
  await strapi
    .plugin('analysis')
    .service('comments')
    .create(reader('Pat'), items[0].documentId, {
      content: 'First time here. Is there a version of this with the sources in the margin?',
      author: author('Pat'),
    });
}
