import { spawn } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { ROOT } from './database';

/** Another process of the application, on what this one's environment says. */
export interface Instance {
  url: string;
  /** The longest time, in milliseconds, that its event loop was held since the last call. */
  held(): Promise<number>;
  /** Bytes that it holds after a collection, outside of the heap too. */
  memory(): Promise<number>;
  stop(): Promise<void>;
}

/** Starts one; takes some seconds. */
export async function startInstance(env: Record<string, string> = {}): Promise<Instance> {
  const script = path.join(ROOT, 'tests/helpers/instance-process.mjs');
  const child = spawn(process.execPath, ['--expose-gc', script], {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const lines = createInterface({ input: child.stdout });
  const said = (what: string) =>
    new Promise<string>((resolve, reject) => {
      const hear = (line: string): void => {
        const [word, rest] = line.split(' ');
        if (word !== what) return;
        lines.off('line', hear);
        resolve(rest as string);
      };
      lines.on('line', hear);
      void ended.then(() => reject(new Error(`the instance ended before it said ${what}`)));
    });
  const ask = async (what: string): Promise<number> => {
    const answer = said(what);
    child.stdin.write(`${what}\n`);
    return Number(await answer);
  };
  const port = await said('listening');
  return {
    url: `http://127.0.0.1:${port}`,
    held: () => ask('held'),
    memory: () => ask('memory'),
    async stop() {
      child.stdin.end();
      await ended;
    },
  };
}
