import type MarkdownIt from 'markdown-it';
import { LIMITS } from '../../../../shared/limits';
import { addressLength } from '../../../../shared/links';

/** linkify-it's patterns, which its README offers to validators of one's own. */
interface Patterns {
  src_auth: string;
  src_host_port_strict: string;
  src_path: string;
  address?: RegExp;
}

/** The length of the http(s) address whose `//` is at `at`; 0 when there is none. */
function lengthAt(text: string, at: number, patterns: Patterns): number {
  const { src_auth, src_host_port_strict, src_path } = patterns;
  patterns.address ??= new RegExp(`^//${src_auth}${src_host_port_strict}${src_path}`, 'i');
  const run = text.slice(at, at + LIMITS.url.max + 1);
  const found = patterns.address.exec(run)?.[0] ?? '';
  // Half an address would lead elsewhere.
  if (found.length > LIMITS.url.max) return 0;
  const end = addressLength(found);
  // What is left may end in what an address does not end in, such as a dot.
  return end === found.length ? end : (patterns.address.exec(found.slice(0, end))?.[0].length ?? 0);
}

/** Characters before a colon of which markdown-it looks for a scheme; the longest known has 36. */
const MAX_SCHEME = 64;

/**
 * Makes a renderer end an address in running text where its sentence goes on: see `addressLength`.
 * Of the text before a colon only the end is looked at: markdown-it looks through all that has not
 * become a token yet, which takes half a minute for 200,000 characters of `a://`.
 */
export function endAddresses(renderer: MarkdownIt): void {
  renderer.inline.ruler.before('linkify', 'short_pending', (state, silent) => {
    const { pending } = state;
    if (silent || pending.length <= MAX_SCHEME || state.src[state.pos] !== ':') return false;
    state.pending = pending.slice(0, -MAX_SCHEME);
    state.pushPending();
    state.pending = pending.slice(-MAX_SCHEME);
    return false;
  });
  for (const schema of ['http:', 'https:']) {
    renderer.linkify.add(schema, {
      validate: (text, at, self) => lengthAt(text, at, self.re as unknown as Patterns),
    });
  }
}
