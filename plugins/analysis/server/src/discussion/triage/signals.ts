import { disposableEmailBlocklistSet } from 'disposable-email-domains-js';
import ipaddr from 'ipaddr.js';
import { once } from '../../../../shared/once';
import { detectLanguage } from '../../platform/text/detect-language';
import { readFormToken } from './form-token';
import { domainOf, isListed } from './links';
import type { Question } from './external/adapter';
import type { EarlySignals, SentComment } from './types';

/** Domains that give out throw-away addresses; made once, as there are thousands. */
const disposable = once(disposableEmailBlocklistSet);

/** Signals of the request that sent a comment. */
export async function readSignals(
  { actor, article, input }: SentComment,
  secrets: string[],
  now: Date
): Promise<Omit<EarlySignals, 'recent'>> {
  const email = actor.user?.email ?? input.author?.email ?? null;
  return {
    content: input.content,
    articleLanguage: article.language || null,
    detectedLanguage: await detectLanguage(input.content),
    author: {
      name: actor.user?.name ?? input.author?.name ?? '',
      email,
      url: input.author?.url ?? null,
      signedIn: actor.user !== null,
    },
    address: actor.address,
    honeypot: input.homepage ?? '',
    secondsToSubmit: readFormToken(input.formToken, now, secrets),
    disposable: email !== null && isListed(domainOf(email), disposable()),
  };
}

/** IPv4 as such, also where it came over an IPv6 socket. */
const plainAddress = (address: string): string =>
  ipaddr.isValid(address) ? ipaddr.process(address).toString() : address;

/** What a service outside is asked. @param link the address of the article's page */
export const questionOf = (
  { actor, article, input, edited }: SentComment,
  signals: EarlySignals,
  { link, at }: { link: string; at: Date }
): Question => ({
  content: signals.content,
  author: signals.author,
  article: {
    documentId: article.documentId,
    title: article.title,
    language: article.language,
    link,
  },
  language: signals.detectedLanguage,
  address: plainAddress(actor.address),
  userAgent: actor.userAgent,
  honeypot: signals.honeypot,
  reply: input.parent !== undefined,
  edited,
  at,
});
