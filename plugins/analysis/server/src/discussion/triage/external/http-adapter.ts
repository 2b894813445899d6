import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { beginningOf } from '../../../../../shared/text';
import { NoAnswer, post, signedHeaders } from '../../../platform/http/outbound-request';
import type { ExternalConfig } from '../../../config';
import type { Verdict } from '../types';
import { PASS, verdictsOf } from '../verdicts';
import type { Adapter, Question } from './adapter';

/** Of the form of question and answer. */
const VERSION = 1;
const MAX_MESSAGE = 300;

const verdicts = verdictsOf('external');
const WORDS = {
  hold: 'The outside check wants a person to look',
  spam: 'The outside check takes it for spam',
  reject: 'The outside check refuses it',
};

/**
 * `approve` is none of them: a service that is broken, or somebody else's, could publish with it
 * what nobody has looked at.
 */
const answerSchema = z.object({
  verdict: z.enum(['pass', 'hold', 'spam', 'reject']),
  message: z.string().optional(),
  code: z
    .string()
    .regex(/^[\w-]{1,40}$/)
    .optional(),
});

/** A question as it is sent. @param id never sent twice, by which a replayed one is known */
export const bodyOf = (question: Question, id: string): string =>
  JSON.stringify({
    version: VERSION,
    id,
    sentAt: question.at.toISOString(),
    comment: {
      content: question.content,
      language: question.language,
      reply: question.reply,
      edited: question.edited,
    },
    author: {
      name: question.author.name,
      email: question.author.email,
      url: question.author.url,
      signedIn: question.author.signedIn,
    },
    article: {
      documentId: question.article.documentId,
      title: question.article.title,
      language: question.article.language,
      link: question.article.link,
    },
    request: {
      address: question.address,
      userAgent: question.userAgent,
      honeypot: question.honeypot,
    },
  });

/** One line; without what a database takes offence at. */
const cleaned = (message: string): string =>
  beginningOf(message, MAX_MESSAGE)
    .replace(/[\p{Cc}\p{Cs}]+/gu, ' ')
    .trim();

/** Reads an answer. @throws NoAnswer when it is none */
export function verdictOf(text: string): Verdict {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new NoAnswer('unusable', 'the answer is not JSON');
  }
  const parsed = answerSchema.safeParse(json);
  if (!parsed.success) {
    const paths = parsed.error.issues.map(({ path }) => path.join('.') || 'the answer');
    throw new NoAnswer('unusable', `the answer is not one of ours: ${paths.join(', ')}`);
  }
  const { verdict, message = '', code = verdict } = parsed.data;
  if (verdict === 'pass') return PASS;
  return verdicts[verdict](code, cleaned(message) || WORDS[verdict]);
}

/** A service of the publication's own, asked with signed JSON. */
export const httpAdapter = ({ url, secret, timeoutMs }: ExternalConfig): Adapter => ({
  async ask(question) {
    const body = bodyOf(question, randomUUID());
    const { text } = await post(url, {
      body,
      timeoutMs,
      headers: signedHeaders(secret, question.at, body),
    });
    return { verdict: verdictOf(text), check: null };
  },

  // It gave no check to correct.
  correct: async () => undefined,
});
