import { spawn } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { ROOT } from './database';

/** Another process of the application, on what this one's environment says. */
export interface Instance {
  url: string;
  stop(): Promise<void>;
}

/** Starts one; takes some seconds. */
export async function startInstance(env: Record<string, string> = {}): Promise<Instance> {
  const child = spawn(process.execPath, [path.join(ROOT, 'tests/helpers/instance-process.mjs')], {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const port = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      const [word, rest] = line.split(' ');
      if (word === 'listening') resolve(rest as string);
    });
    void ended.then(() => reject(new Error('the instance did not start')));
  });
  return {
    url: `http://127.0.0.1:${port}`,
    async stop() {
      child.stdin.end();
      await ended;
    },
  };
}
