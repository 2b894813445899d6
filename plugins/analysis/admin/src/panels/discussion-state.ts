import type { DiscussionView } from '../../../shared/contracts/discussion';

/** What the panel says of a discussion. */
export type DiscussionState = 'closed' | 'unpublished' | 'old' | 'open';

/** Why an article takes no comments, if it takes none; an editor's word comes first. */
export function discussionState({ closed, open, published }: DiscussionView): DiscussionState {
  if (closed) return 'closed';
  if (!published) return 'unpublished';
  return open ? 'open' : 'old';
}
