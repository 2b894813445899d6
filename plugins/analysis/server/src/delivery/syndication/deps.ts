import type { Core } from '@strapi/strapi';
import type { Articles } from '../../content/articles/api';
import type { Posts } from '../posts/api';

export interface SyndicationDeps {
  strapi: Core.Strapi;
  articles: Articles;
  posts: Posts;
}
