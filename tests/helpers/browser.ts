import type { BrowserContext, BrowserContextOptions } from 'playwright-core';

const { openContext } = loadByNode('./browser.ts') as typeof import('../harness/browser');

/** A browser with a profile of its own; closing it removes the profile. */
export async function openBrowser(
  options: BrowserContextOptions = {}
): Promise<BrowserContext & { dispose(): Promise<void> }> {
  const context = await openContext({
    viewport: { width: 1280, height: 900 },
    locale: 'en-GB',
    ...options,
  });
  return Object.assign(context, { dispose: () => context.close() });
}

/** Keeps what a page complains about; a test ends by expecting nothing. */
export function complaints(page: Awaited<ReturnType<BrowserContext['newPage']>>): string[] {
  const heard: string[] = [];
  page.on('pageerror', (error) => heard.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') heard.push(message.text());
  });
  return heard;
}
