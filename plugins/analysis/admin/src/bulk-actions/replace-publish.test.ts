import { expect, test } from '@jest/globals';
import { replacePublish, type BulkAction } from './replace-publish';

const named = (label: string, actionType?: string): BulkAction =>
  Object.assign(() => ({ label, ...(actionType ? { actionType } : {}) }), {
    ...(actionType ? {} : { type: label }),
  });
const ours: BulkAction = ({ model }) =>
  model === 'plugin::analysis.article' ? { label: 'ours' } : null;
const actions = replacePublish(ours)([
  named('strapi', 'publish'),
  named('unpublish'),
  named('delete'),
]);
const shown = (model: string) =>
  actions.flatMap((action) => action({ model, documents: [] })?.label ?? []);

test('articles are published our way, and keep the other actions', () => {
  expect(shown('plugin::analysis.article')).toEqual(['ours', 'unpublish', 'delete']);
});

test('other types keep what Strapi does', () => {
  expect(shown('api::page.page')).toEqual(['strapi', 'unpublish', 'delete']);
});

test('what is known of an action stays known', () => {
  expect(actions.map(({ type }) => type)).toEqual([undefined, undefined, 'unpublish', 'delete']);
});
