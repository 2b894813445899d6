import type { VNode } from 'preact';
import type { Voice, Word } from './i18n';

/**
 * A phrase with names or words of strangers in it: each is written in its own direction and turns
 * nothing around it.
 */
export const Phrase = ({
  voice,
  word,
  values,
}: {
  voice: Voice;
  word: Word;
  values: Record<string, string>;
}): VNode => (
  <>
    {voice
      .pieces(word)
      .map((piece, at) => (at % 2 === 0 ? piece : <bdi dir="auto">{values[piece] ?? ''}</bdi>))}
  </>
);
