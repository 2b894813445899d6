import { mkdirSync } from 'node:fs';
import path from 'node:path';
import {
  chromium,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
} from 'playwright-core';
import { ROOT } from '../helpers/database';

const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Chromium of this worker, which its test files use one after the other. */
let launched: Promise<Browser> | null = null;

async function launch(): Promise<Browser> {
  // Its profile is swept with the databases when the worker is killed.
  const folder = path.join(ROOT, '.tmp/test');
  mkdirSync(folder, { recursive: true });
  const before = process.env.TMPDIR;
  process.env.TMPDIR = folder;
  try {
    return await chromium.launch({
      executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
      args: ARGS,
      // The worker ends it.
      ...{ handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false },
    });
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
}

/** Opens a browser that knows nothing of the others: cookies, storage and cache are its own. */
export async function openContext(options: BrowserContextOptions): Promise<BrowserContext> {
  launched ??= launch();
  return (await launched).newContext(options);
}

/** Ends Chromium, where it was begun. */
export async function closeBrowser(): Promise<void> {
  await (await launched)?.close();
  launched = null;
}
