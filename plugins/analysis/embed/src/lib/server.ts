const API = '/api/analysis';
const OWN_PLACE = /\/embed(\.min)?\.m?js$/;

let scriptUrl = '';

/** Remembers where the script came from. */
export const setScriptUrl = (url: string): void => {
  scriptUrl = url;
};

/**
 * Where the API is.
 * @param server the element's attribute: an origin, or an origin with a path in front of `/api`;
 *   a whole address that ends with `/api/analysis` is taken as it is
 * @param script address of the script: one that the plugin serves lies in the API itself, so that
 *   a Strapi behind a path, or with another prefix than `/api`, is found as well
 * @returns an absolute address without a slash at its end; null when the attribute is no address
 */
export function apiBase(server: string | null | undefined, script = scriptUrl): string | null {
  try {
    if (!server?.trim()) {
      const { origin, pathname } = new URL(script);
      return `${origin}${OWN_PLACE.test(pathname) ? pathname.replace(OWN_PLACE, '') : API}`;
    }
    const { origin, pathname, protocol } = new URL(server.trim(), script || undefined);
    if (!/^https?:$/.test(protocol)) return null;
    const path = pathname.replace(/\/+$/, '');
    return `${origin}${path.endsWith(API) ? path : path + API}`;
  } catch {
    return null;
  }
}

/** An address as an API gave it, if it is one that a page may link to. */
export const webAddress = (url: string | null | undefined): string | null =>
  url && /^https?:\/\//i.test(url) ? url : null;

/** The address of a file that the API names by its path alone. */
export function fileAddress(url: string, base: string): string | null {
  try {
    return webAddress(new URL(url, base).href);
  } catch {
    return null;
  }
}
