import { expect, test } from '@jest/globals';
import { chosenEvents, sameChoice, withChosen, type Webhook } from './webhook-events';

const webhook: Webhook = {
  id: '3',
  name: 'Site',
  url: 'https://site.example.com/hook',
  headers: { 'X-Key': 'secret' },
  events: [
    'entry.create',
    'analysis.rating.changed',
    'other-plugin.done',
    'analysis.comment.created',
  ],
  isEnabled: false,
};

test('of a webhook’s events the plugin’s are chosen, in their order', () => {
  expect(chosenEvents(webhook)).toEqual(['analysis.comment.created', 'analysis.rating.changed']);
});

test.each([
  ['none', [], []],
  ['one', ['analysis.post.ingested'], ['analysis.post.ingested']],
  [
    'two, in whatever order they were ticked',
    ['analysis.post.ingested', 'analysis.comment.approved'],
    ['analysis.comment.approved', 'analysis.post.ingested'],
  ],
] as const)('%s chosen: all else is sent as it was, and no id', (_what, chosen, sent) => {
  expect(withChosen(webhook, chosen)).toEqual({
    name: 'Site',
    url: 'https://site.example.com/hook',
    headers: { 'X-Key': 'secret' },
    events: ['entry.create', 'other-plugin.done', ...sent],
    isEnabled: false,
  });
});

test.each([
  ['nothing twice', [], [], true],
  ['another order', ['a', 'b'], ['b', 'a'], true],
  ['one more', ['a'], ['a', 'b'], false],
  ['another one', ['a'], ['b'], false],
])('%s', (_what, one, other, same) => {
  expect(sameChoice(one, other)).toBe(same);
});
