import type { VNode } from 'preact';
import type { Localizer, MessageKey } from './localizer';

/**
 * A phrase with names or words of strangers in it: each is written in its own direction and turns
 * nothing around it.
 */
export const Phrase = ({
  localizer,
  message,
  values,
}: {
  localizer: Localizer;
  message: MessageKey;
  values: Record<string, string>;
}): VNode => (
  <>
    {localizer
      .pieces(message)
      .map((piece, at) => (at % 2 === 0 ? piece : <bdi dir="auto">{values[piece] ?? ''}</bdi>))}
  </>
);
