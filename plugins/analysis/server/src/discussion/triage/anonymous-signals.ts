import type { Signals } from './types';

/** A comment of which nothing is known: what evaluation and tests start from. */
export const UNKNOWN_GUEST: Signals = {
  content: 'I see it otherwise.',
  articleLanguage: 'en',
  detectedLanguage: null,
  author: { name: 'Ana', email: 'ana@example.com', url: null, signedIn: false },
  address: null,
  honeypot: '',
  secondsToSubmit: null,
  recent: { byIdentity: 0, byNetwork: 0 },
  duplicate: { bySameAuthor: false, nearElsewhere: 0 },
  blockedBy: null,
  history: { approved: 0, rejected: 0, spam: 0 },
  confirmedEmail: false,
  discussion: { open: true, closed: null },
  disposable: false,
  external: null,
};
