import { allowedOrder } from './hidden-sorts';

const hidden = new Set(['email']);

test.each([
  ['a name', 'title', 'title'],
  ['a hidden name', 'email', undefined],
  ['with its direction', 'email:desc', undefined],
  ['by object', { email: 'asc', title: 'asc' }, { title: 'asc' }],
  ['nothing but what is hidden', [{ email: 'asc' }, 'email'], undefined],
  ['a list', ['id', { email: 'asc' }], ['id']],
  ['who wrote it, by name', { createdBy: { lastname: 'asc' } }, { createdBy: { lastname: 'asc' } }],
  ['who wrote it, by password', { createdBy: { password: 'asc' } }, undefined],
  ['the same as text', 'updatedBy.resetPasswordToken', undefined],
  ['nothing', undefined, undefined],
])('%s', (_what, order, kept) => {
  expect(allowedOrder(order, hidden)).toEqual(kept);
});
