import type { Core } from '@strapi/strapi';

export function register(_: { strapi: Core.Strapi }): void {}
