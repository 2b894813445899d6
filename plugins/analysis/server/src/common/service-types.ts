export type { PublishedArticle } from '../content/articles/api';

export type { CommentDeltas } from '../content/stats/api';

/** What a room keeps of an e-mail address beside comments; see `privacy/parts.ts`. */
export interface PersonalPart<Kept> {
  /** Everything, for the person; whatever the case of the address. */
  ofAddress(email: string): Promise<Kept[]>;
  /** Takes away what may go. */
  forgetAddress(email: string): Promise<{ erased: number; kept: number }>;
}
