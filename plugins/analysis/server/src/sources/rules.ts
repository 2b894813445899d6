import normalizeUrl from 'normalize-url';
import { sha256 } from '../common/ids';
import { normaliseLine } from '../../../shared/text';

/** Parameters that say how a reader came, not what is read. */
const TRACKING = [
  /^utm_/i,
  /^(fb|g|d|ms|tw|y|li_fat_|wbra|gbra)clid$/i,
  /^(fbclid|gclid|gclsrc|dclid|msclkid|twclid|igshid|yclid|gbraid|wbraid|li_fat_id)$/i,
  /^(mc_cid|mc_eid|_hsenc|_hsmi|hsctatracking|mkt_tok|vero_id|oly_anon_id|oly_enc_id)$/i,
  /^(ref|ref_src|ref_url|cmpid|cmp|ito|ncid|ocid|smid|spm|_ga|_gl|wt_mc|pk_\w+|mtm_\w+|at_\w+)$/i,
];

/**
 * The form under which two links to one story are the same: tracking parameters and fragment
 * dropped, parameters in order, host in lower case, no default port, no trailing slash.
 * @param link an absolute http(s) URL
 */
export const canonicalUrl = (link: string): string =>
  normalizeUrl(link, {
    stripHash: true,
    stripWWW: false,
    removeQueryParameters: TRACKING,
    removeTrailingSlash: true,
    sortQueryParameters: true,
  });

/** What a generated post was made from: its story's link, or its own title where there is none. */
export type SourceKey = { url: string } | { title: string; language: string };

/** SHA-256 of a source's canonical form, as hexadecimal: the unique key. */
export const sourceHash = (key: SourceKey): string =>
  'url' in key
    ? sha256(`url:${canonicalUrl(key.url)}`)
    : sha256(`title:${key.language}:${normaliseLine(key.title).toLocaleLowerCase('und')}`);
