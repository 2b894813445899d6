import { AnalysisError, createAnalysisClient, type Post } from 'strapi-plugin-analysis/client';

/** For server components: Next keeps each answer for a minute. */
const analysis = createAnalysisClient({
  baseUrl: process.env.ANALYSIS_URL ?? 'http://localhost:1337/api/analysis',
  fetch: (request) => fetch(request, { next: { revalidate: 60, tags: ['analysis'] } }),
});

/** The post, or null where there is none. */
export async function findPost(slug: string, lang: string): Promise<Post | null> {
  try {
    return await analysis.posts.get(slug, { lang });
  } catch (error) {
    if (error instanceof AnalysisError && error.status === 404) return null;
    throw error;
  }
}
