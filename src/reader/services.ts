import { analysisService, type Services } from 'strapi-plugin-analysis/server';

export { analysisService as analysis, type Services };

type PageResult = Awaited<ReturnType<Services['posts']['read']>>;

export type Post = Extract<PageResult, { kind: 'post' }>['post'];
export type Article = Post['article'];
export type Summary = Post['summaries'][number];
export type Rating = NonNullable<Post['rating']>;
export type Discussion = NonNullable<Post['comments']>;
export type Thread = Discussion['items'][number];
export type Comment = Thread['replies'][number];
export type Correction = Post['corrections'][number];
export type Hit = Awaited<ReturnType<Services['search']['find']>>['items'][number];
export type Card = Awaited<ReturnType<Services['posts']['list']>>['items'][number];

/** What a preview shows: the same, of which a draft may lack some. */
export type Preview = Awaited<ReturnType<Services['previews']['page']>>;
