import { escapeHtml } from '../../platform/text/escape-html';
import { escapeXml } from './rules';

/** What an embedded post takes without being told otherwise, in CSS pixels. */
const SIZE = { width: 640, height: 480 };

export interface OembedPost {
  title: string;
  slug: string;
  cover: { url: string; width: number | null; height: number | null } | null;
}

export interface OembedSite {
  publisher: string;
  home: string;
  /** The server's address, and that of the script which shows the element. */
  server: string;
  script: string;
}

/** An answer of type `rich` (oembed.com, section 2.3.4); no side is longer than asked for. */
export function oembedOf(
  { title, slug, cover }: OembedPost,
  site: OembedSite,
  most: { width: number; height: number }
): Record<string, string | number> {
  const fits =
    cover?.width && cover.height && cover.width <= most.width && cover.height <= most.height;
  return {
    version: '1.0',
    type: 'rich',
    title,
    provider_name: site.publisher,
    provider_url: site.home,
    width: Math.min(SIZE.width, most.width),
    height: Math.min(SIZE.height, most.height),
    html:
      `<script type="module" src="${escapeHtml(site.script)}"></script>` +
      `<analysis-post slug="${escapeHtml(slug)}" server="${escapeHtml(site.server)}"></analysis-post>`,
    ...(fits
      ? {
          thumbnail_url: cover.url,
          thumbnail_width: cover.width as number,
          thumbnail_height: cover.height as number,
        }
      : {}),
  };
}

/** The same as XML. */
export const oembedXml = (answer: Record<string, string | number>): string =>
  `<?xml version="1.0" encoding="utf-8" standalone="yes"?>\n<oembed>${Object.entries(answer)
    .map(([name, value]) => `<${name}>${escapeXml(String(value))}</${name}>`)
    .join('')}</oembed>`;
