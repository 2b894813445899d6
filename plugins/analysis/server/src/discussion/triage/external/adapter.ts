import type { PublishedArticle } from '../../../content/articles/api';
import type { Signals, Verdict } from '../types';

/** All that an external service gets of a comment. */
export interface Question {
  content: string;
  author: Signals['author'];
  article: Pick<PublishedArticle, 'documentId' | 'title' | 'language'> & { link: string };
  /** Detected in the text. */
  language: string | null;
  address: string;
  userAgent: string;
  /** What came in the field that people do not see. */
  honeypot: string;
  reply: boolean;
  /** Whether the comment is there already and was edited. */
  edited: boolean;
  at: Date;
}

export type Class = 'spam' | 'ham';

/** What has to be sent again where a person decides otherwise than the service did. */
export interface Check {
  sent: string;
  said: Class;
}

/** What was sent, and what a person takes it for. */
export interface Correction {
  sent: string;
  is: Class;
}

/** `check` is null where a service takes no corrections. */
export interface Answer {
  verdict: Verdict;
  check: Check | null;
}

/** A service outside. Its methods throw `NoAnswer`. */
export interface Adapter {
  ask(question: Question): Promise<Answer>;
  correct(correction: Correction): Promise<void>;
}
