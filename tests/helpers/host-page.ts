import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { complaints, openBrowser } from './browser';

/** A site of its own that embeds the plugin's elements, as strict about scripts as it can be. */
export interface HostSite {
  origin: string;
  /** Puts a page on the site and returns its address. */
  put(page: HostPage): string;
  stop(): Promise<void>;
}

export interface HostPage {
  /** What stands in the body. */
  body: string;
  lang?: string;
  /** A style sheet of the site's. */
  css?: string;
  /** Addresses of the scripts; the plugin's own unless told otherwise. */
  scripts?: string[];
}

/** @param server the Strapi whose script and API are all that its pages may reach */
export async function hostSite(server: string): Promise<HostSite> {
  const pages = new Map<string, HostPage>();
  const http: Server = createServer((request, response) => {
    const [, key = '', file] = (request.url ?? '').split('/');
    const page = pages.get(key);
    if (!page) return response.writeHead(404).end();
    if (file === 'host.css') {
      return response.writeHead(200, { 'Content-Type': 'text/css' }).end(page.css ?? '');
    }
    const { body, lang = 'en', scripts = [`${server}/api/analysis/embed.js`] } = page;
    const tags = scripts.map((src) => `<script type="module" src="${src}"></script>`).join('\n');
    response.writeHead(200, {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy':
        `default-src 'none'; base-uri 'none'; style-src 'self'; img-src data:; ` +
        `script-src ${server}; connect-src ${server}`,
    });
    response.end(
      `<!doctype html><html lang="${lang}"><head><title>Host</title>` +
        '<meta name="viewport" content="width=device-width, initial-scale=1">' +
        '<link rel="icon" href="data:,">' +
        `<link rel="stylesheet" href="/${key}/host.css">${tags}</head><body>${body}</body></html>`
    );
  });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  return {
    origin,
    put(page) {
      const key = `p${pages.size}`;
      pages.set(key, page);
      return `${origin}/${key}/`;
    },
    stop: () =>
      new Promise((resolve) => {
        http.closeAllConnections();
        http.close(() => resolve());
      }),
  };
}

export const rating = (slug: string) => `<analysis-rating slug="${slug}"></analysis-rating>`;
export const comments = (slug: string) => `<analysis-comments slug="${slug}"></analysis-comments>`;

/** What a host page heard from its elements, kept by `embedded`. */
export interface Told {
  type: string;
  detail: Record<string, unknown>;
}

export interface Embedded {
  page: Page;
  context: BrowserContext;
  /** Events that reached the page. */
  told: () => Promise<Told[]>;
}

/**
 * Opens a host page in a browser of its own, and ends by expecting no complaint of it: no error
 * that reached the page, none in its console but for answers of the API that are refusals.
 * @param options.meant what the console may say besides
 */
export async function embedded(
  url: string,
  work: (at: Embedded) => Promise<void>,
  { meant, ...options }: BrowserContextOptions & { meant?: RegExp } = {}
): Promise<void> {
  const context = await openBrowser(options);
  try {
    const page = await context.newPage();
    const all = complaints(page);
    await page.addInitScript(() => {
      const kept: unknown[] = [];
      Object.defineProperty(window, 'toldTo', { value: kept, enumerable: false });
      for (const type of ['analysis-rated', 'analysis-commented'] as const) {
        document.addEventListener(type, (event) => {
          kept.push({ type, detail: (event as CustomEvent).detail });
        });
      }
    });
    await page.goto(url);
    const expected = [/status of 4\d\d|net::ERR/, ...(meant ? [meant] : [])];
    const heard = () => all.filter((line) => !expected.some((each) => each.test(line)));
    const told = () => page.evaluate(() => (window as unknown as { toldTo: Told[] }).toldTo);
    await work({ page, context, told });
    expect(heard()).toEqual([]);
  } finally {
    await context.dispose();
  }
}
