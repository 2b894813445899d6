import { expect, test } from '@jest/globals';
import { COMMENT_STATUSES } from '../../../shared/contracts/comments';
import * as contract from '../../../shared/contracts/moderation';
import { BAN_KINDS, FILTERS, SORTS, STATUSES, TABS } from './vocabulary';

test.each([
  ['tabs', TABS, contract.QUEUE_TABS],
  ['sorts', SORTS, contract.QUEUE_SORTS],
  ['filters', FILTERS, contract.QUEUE_FILTERS],
  ['statuses', STATUSES, COMMENT_STATUSES],
  ['kinds of ban', BAN_KINDS, contract.BAN_KINDS],
])("the desk's %s are the contract's", (_name, desk, shared) => {
  expect(desk).toEqual(shared);
});
