import type { IngestWarning } from '../../../../shared/contracts/ingest';

/** Marks that chat tools leave in what is copied from them, by kind. */
const DEBRIS: [string, RegExp][] = [
  ['private-use characters', /\ue200[^\ue201\n]{0,300}\ue201|\p{Private_Use}+/gu],
  ['citation marks', /【[^【】\n]{0,120}†[^【】\n]{0,120}】|\[\d{1,3}†[^\][\n]{0,120}\]/gu],
  [
    'citation marks',
    /:?contentReference\[oaicite:[^\]\n]{0,20}\](?:\{[^}\n]{0,40}\})?|\[?oai_?cit(?:e|ation):\d{1,4}[^\]\s]{0,120}\]?/gu,
  ],
  [
    'citation marks',
    /(?<![\p{L}\d])(?:cite|navlist|filecite)?turn\d{1,3}(?:search|news|view|image|file|fetch|product|academia|forecast|finance|sports|reddit|youtube|map)\d{1,3}/gu,
  ],
  [
    'citation marks',
    /\[cite(?:_start|_end)?(?::[^\]\n]{0,80})?\]|\[\^\d{1,3}\^\]|\[web:\d{1,3}\]/gu,
  ],
  [
    'control tokens',
    /<\|[a-z_]{2,40}\|>|<\/?(?:think|thinking|antthinking|antartifact)\b[^<>\n]{0,200}>|\[\/?INST\]/giu,
  ],
  [
    'addresses inside the chat tool',
    /(?:sandbox:\/mnt\/data|attachment:\/|file-service:\/\/)[^\s)\]"'<>]{0,200}/giu,
  ],
  [
    'remarks of the assistant',
    /\bas an ai(?: language)? model\b|^(?:let me know if|feel free to|i hope this helps|would you like me to|if you(?:'|’)d like, i can|n(?:'|’)hésitez pas à|souhaitez-vous que|lass mich wissen|möchten sie, dass ich|avísame si|me avise se|quer que eu)\b[^\n]{0,300}/gimu,
  ],
];

/** Passages of one kind that a warning quotes; the others are only counted. */
const QUOTED = 20;

/** Warns of what chat tools leave behind; one warning a kind, and nothing is taken away. */
export function debrisWarnings(path: (string | number)[], text: string): IngestWarning[] {
  const found = new Map<string, Set<string>>();
  let rest = text;
  for (const [kind, pattern] of DEBRIS) {
    // What one kind has named is not named by the next.
    rest = rest.replace(pattern, (passage) => {
      const passages = found.get(kind) ?? new Set();
      found.set(kind, passages.add(passage));
      return ' ';
    });
  }
  return [...found].map(([kind, passages]) => ({
    path,
    code: 'chat_debris',
    message: `holds ${kind} of a chat tool, ${passages.size} different; take them out before publishing`,
    text: [...passages].slice(0, QUOTED).join('\n'),
  }));
}

/** Redirects by which services wrap other sites' addresses: host, path, and the wrapped one's name. */
const WRAPPERS: [RegExp, string, string[]][] = [
  [/^(www\.)?google\.[a-z.]{2,6}$/, '/url', ['q', 'url']],
  [/^(l|lm)\.(facebook|instagram)\.com$/, '/', ['u']],
  [/^duckduckgo\.com$/, '/l/', ['uddg']],
  [/\.safelinks\.protection\.outlook\.com$/, '/', ['url']],
  [/^(www\.)?linkedin\.com$/, '/safety/go', ['url']],
  [/^slack-redir\.net$/, '/link', ['url']],
];
const MAX_WRAPPED = 3;

/** What chat tools add to the addresses that they give, to be known by. */
const TOOL =
  /^(?:www\.)?(?:chatgpt\.com|openai(?:\.com)?|chat\.openai\.com|copilot\.com|perplexity(?:\.ai)?|gemini(?:\.google\.com)?|claude\.ai|grok\.com)$/i;

/** The address inside another that redirects to it; the same where it is no such redirect. */
function unwrap(address: string): string {
  let url = address;
  for (let depth = 0; depth < MAX_WRAPPED; depth += 1) {
    if (!URL.canParse(url)) return url;
    const { hostname, pathname, searchParams } = new URL(url);
    const wrapper = WRAPPERS.find(
      ([host, path]) => host.test(hostname) && (path === '/' || pathname === path)
    );
    const inner = wrapper?.[2].map((name) => searchParams.get(name)).find((each) => each !== null);
    if (!inner || !/^https?:\/\//i.test(inner)) return url;
    url = inner;
  }
  return url;
}

/** An address without the parameter that names a chat tool; otherwise as it was, to the letter. */
function withoutTool(address: string): string {
  const [, before = '', query = '', after = ''] = /^([^?#]*)\?([^#]*)(.*)$/s.exec(address) ?? [];
  const parameters = query.split('&');
  const left = parameters.filter((each) => {
    const [, value = ''] = /^(?:amp;)?utm_source=(.*)$/i.exec(each) ?? [];
    return !TOOL.test(value);
  });
  if (query === '' || left.length === parameters.length) return address;
  return `${before}${left.length > 0 ? `?${left.join('&')}` : ''}${after}`;
}

/** An address as its site gives it: unwrapped, and without the mark of a chat tool. */
export const cleanLink = (address: string): string => withoutTool(unwrap(address));

/** Addresses in a text; the quick test before keeps texts without any wrapper untouched. */
const LINKS = /https?:\/\/(?:[^\s<>"'`\\|\]()]|\([^\s<>"'`\\|\]()]{0,300}\)){1,2000}/giu;

/** What would end an address in Markdown, and may stand decoded in one that was wrapped. */
const UNSAFE = /[\s<>"`\\|\][]/g;

/**
 * Unwraps and cleans the addresses in a text.
 * @returns the text, and a warning that quotes each address as it came
 */
export function cleanLinks(
  path: (string | number)[],
  text: string
): { text: string; warnings: IngestWarning[] } {
  const changed = new Set<string>();
  const clean = text.replace(LINKS, (address) => {
    const cleaned = cleanLink(address);
    if (cleaned === address) return address;
    changed.add(address);
    return cleaned.replace(UNSAFE, (character) => encodeURIComponent(character));
  });
  if (changed.size === 0) return { text, warnings: [] };
  const message = 'addresses that a chat tool or a search had marked or wrapped were cleaned';
  return {
    text: clean,
    warnings: [{ path, code: 'link_cleaned', message, text: [...changed].join('\n') }],
  };
}
