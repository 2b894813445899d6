/**
 * The limits of what readers send, a part of `LIMITS`. A file of its own, because a bundler keeps an
 * object as a whole: the embedded elements need these and none of the others.
 */
export const READER_LIMITS = {
  url: { max: 2_000 },
  comment: { min: 2, max: 5_000 },
  authorName: { min: 1, max: 80 },
  email: { max: 254 },
  reportNote: { max: 1_000 },
  /** Levels of a thread: a root comment is level 1. */
  commentLevels: 5,
} as const;
