import { excerptOf } from '../../../../../shared/text';
import type { ExternalConfig } from '../../../config';
import { baseLanguage } from '../word-list-languages';
import type { Verdict } from '../types';
import { PASS, verdictsOf } from '../verdicts';
import { NoAnswer, post } from '../../../platform/http/outbound-request';
import type { Adapter, Question } from './adapter';

const { spam } = verdictsOf('external');
const THANKS = /thanks for making the web a better place/i;
/** Our field that people do not see; Akismet wants its name beside what came in it. */
const HONEYPOT = 'homepage';

/** The fields of Akismet's comment-check; what is not known is left out. */
export function formOf(
  { key, site, test }: Pick<ExternalConfig, 'key' | 'site' | 'test'>,
  { author, article, ...question }: Question
): URLSearchParams {
  const form = new URLSearchParams();
  const fields: Record<string, string | null> = {
    api_key: key,
    blog: site,
    blog_lang: article.language ? baseLanguage(article.language) : null,
    blog_charset: 'UTF-8',
    user_ip: question.address,
    user_agent: question.userAgent,
    permalink: new URL(article.link, site).href,
    comment_type: question.reply ? 'reply' : 'comment',
    comment_author: author.name,
    comment_author_email: author.email,
    comment_author_url: author.url,
    comment_content: question.content,
    comment_date_gmt: question.at.toISOString(),
    recheck_reason: question.edited ? 'edit' : null,
    honeypot_field_name: HONEYPOT,
    [HONEYPOT]: question.honeypot,
    is_test: test ? '1' : null,
  };
  for (const [name, value] of Object.entries(fields)) {
    if (value) form.append(name, value);
  }
  return form;
}

/** Reads what comment-check answered. @throws NoAnswer when that is neither true nor false */
export function verdictOf(text: string, headers: Headers): Verdict {
  if (text === 'false') return PASS;
  if (text === 'true') {
    return headers.get('x-akismet-pro-tip') === 'discard'
      ? spam('spam', 'Akismet is sure that it is spam', { tip: 'discard' })
      : spam('spam', 'Akismet takes it for spam');
  }
  const help = headers.get('x-akismet-debug-help') ?? 'it answered neither true nor false';
  throw new NoAnswer('unusable', `Akismet: ${excerptOf(help, 200)}`);
}

/** Akismet, by its REST API. */
export function akismetAdapter(config: ExternalConfig): Adapter {
  const { endpoint, timeoutMs } = config;
  const call = (name: string, body: string) =>
    post(`${endpoint.replace(/\/$/, '')}/${name}`, {
      body,
      timeoutMs,
      headers: { 'Content-Type': 'application/x-www-form-urlencoded; charset=UTF-8' },
    });
  return {
    async ask(question) {
      const sent = formOf(config, question).toString();
      const { text, headers } = await call('comment-check', sent);
      const verdict = verdictOf(text.trim(), headers);
      return { verdict, check: { sent, said: verdict.outcome === 'spam' ? 'spam' : 'ham' } };
    },

    async correct({ sent, is }) {
      const { text } = await call(`submit-${is}`, sent);
      if (!THANKS.test(text)) throw new NoAnswer('unusable', 'Akismet did not take a correction');
    },
  };
}
