import type { Messages } from '../../../shared/localizer';

/** What the elements say beside the shared messages, in English. */
export const en = {
  loading: 'Loading…',
  noSlug: 'The attribute “slug” is missing, or “server” is no web address.',
  missing: 'This post is not here. It may have been withdrawn.',
  closedToReaders: 'The publication does not show this to readers.',
  unreachable: 'This could not be loaded. You may be offline, or the server may be.',
  unavailable: 'Something went wrong at the server. Please try again in a moment.',
  retry: 'Try again',

  rateLegendDone: 'Your rating',
  rateHint: 'Arrow keys choose, space or enter rates.',
  rated: 'Thank you, your rating counts: {stars}.',

  noComments: 'No comments yet',
  noCommentsHint: 'Why don’t you start the discussion?',
  oldest: 'Oldest',
  discussed: 'Most discussed',
  yours: 'Your comment',
  waiting: 'Waiting for approval',

  edit: 'Edit',
  editComment: 'Edit your comment',
  delete: 'Delete',
  deleteSure: 'Delete your comment for good?',
  report: 'Report',
  reportOf: 'Report the comment by {name}',
  cancel: 'Cancel',
  save: 'Save',
  sending: 'Sending…',
  pending: 'Thank you. Your comment is waiting for approval; until then only you can see it.',
  notAccepted: 'Your comment was not accepted.',
  saved: 'Your change was saved.',
  savedPending: 'Your change was saved. Your comment is waiting for approval.',
  removed: 'Your comment was deleted.',

  reportReason: 'What is wrong with it?',
  spam: 'It is advertising',
  abuse: 'It insults or threatens',
  'off-topic': 'It is off topic',
  'personal-data': 'It gives away personal data',
  other: 'Something else',
  reportNote: 'Anything a moderator should know? (optional)',
  reported: 'Thank you. A moderator will look at this comment.',
  reportedAlready: 'You have reported this comment already.',

  offline: 'That did not work: the server cannot be reached. What you wrote is still here.',
  refused: 'That is not possible (any more).',
  gone: 'That is not there any more.',
  tooMany: 'That was a lot in a short time. Please try again later.',

  summary: 'Summary',
  original: 'Read the original story',
} satisfies Messages;

export type OwnMessages = typeof en;
