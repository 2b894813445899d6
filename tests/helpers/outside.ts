import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request as the outside service got it. */
export interface Received {
  path: string;
  headers: IncomingHttpHeaders;
  body: string;
}

type Handler = (request: Received, response: ServerResponse) => void;

/** A real HTTP server on loopback that stands for a service outside. */
export interface Outside {
  url: string;
  received: Received[];
  /** What it does with what comes from now on. */
  answer: (handler: Handler) => void;
  stop: () => Promise<void>;
}

/** Starts one; until told otherwise it answers nothing at all. */
export async function startOutside(): Promise<Outside> {
  const received: Received[] = [];
  let handler: Handler = () => undefined;
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const got = {
        path: request.url ?? '',
        headers: request.headers,
        body: Buffer.concat(parts).toString('utf8'),
      };
      received.push(got);
      handler(got, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    answer: (next) => {
      handler = next;
    },
    stop: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
    },
  };
}

/**
 * Waits until something is so.
 * @param what is waited for, which the error names when it never comes
 */
export async function until(
  isSo: () => boolean | Promise<boolean>,
  what = 'what the test waits for'
): Promise<void> {
  const end = Date.now() + 20_000;
  while (!(await isSo())) {
    if (Date.now() > end) throw new Error(`${what} never came`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
