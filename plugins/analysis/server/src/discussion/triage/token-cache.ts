import { listsFor } from './word-list-languages';
import { tokenise, type Tokens } from './tokenizer';
import type { Signals } from './types';
import { compileWords, matchWords, type Hit, type Matcher } from './word-matcher';

/** Compiled once for each policy object, and collected with it. */
const compiled = new WeakMap<readonly string[], Matcher>();
/** Several phases read the same comment. */
const tokenised = new WeakMap<Signals, CommentTokens>();

interface CommentTokens {
  content: Tokens;
  author: Tokens[];
}

function matcherOf(list: readonly string[]): Matcher {
  const known = compiled.get(list) ?? compileWords(list);
  compiled.set(list, known);
  return known;
}

function tokensOf(signals: Signals): CommentTokens {
  const { name, url } = signals.author;
  const known = tokenised.get(signals) ?? {
    content: tokenise(signals.content),
    author: [name, url ?? ''].map(tokenise),
  };
  tokenised.set(signals, known);
  return known;
}

/**
 * The entries of a policy's lists that a comment contains, in its text and in its author's name and website.
 * Lists are cached by identity: a changed policy has to be a new object.
 */
export function hitsIn(signals: Signals, lists: Record<string, string[]>): Hit[] {
  const { content, author } = tokensOf(signals);
  const matchers = listsFor(lists, signals).map(matcherOf);
  return [content, ...author].flatMap((tokens) =>
    matchers.flatMap((matcher) => matchWords(matcher, tokens))
  );
}
