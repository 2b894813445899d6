/** Requests a second, by wrk where it is installed: a client in JavaScript is slower than the cache. */
import { execFile, execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import autocannon from 'autocannon';

const CONNECTIONS = 16;

const hasWrk = (() => {
  try {
    execFileSync('wrk', ['-v'], { stdio: 'ignore' });
    return true;
  } catch (error) {
    // It says its version and ends with 1.
    return error.code !== 'ENOENT';
  }
})();

export const client = hasWrk ? 'wrk' : 'autocannon';

/** A request as it goes over the wire. */
function raw(host, { method = 'GET', path: where, headers = {}, body = '' }) {
  const lines = Object.entries({
    host,
    ...headers,
    ...(body === '' ? {} : { 'content-length': Buffer.byteLength(body) }),
  }).map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.from(`${method} ${where} HTTP/1.1\r\n${lines.join('')}\r\n${body}`);
}

/** The requests in a file, each after its length: Lua takes only so many constants. */
const SCRIPT = `local made = {}
local at = 0
function init(args)
  local file = io.open(args[1], 'rb')
  while true do
    local length = file:read('*n')
    if not length then break end
    file:read(1)
    made[#made + 1] = file:read(length)
  end
  file:close()
end
function request() at = at % #made + 1 return made[at] end
function done(summary, latency)
  io.write(string.format('RESULT %d %d %d %d\\n', summary.requests, summary.duration,
    summary.errors.status, summary.errors.connect + summary.errors.read + summary.errors.timeout))
end`;

async function byWrk(url, requests, { seconds, folder }) {
  const file = path.join(folder, 'load.lua');
  writeFileSync(file, SCRIPT);
  const list = path.join(folder, 'load.bin');
  const { host } = new URL(url);
  writeFileSync(
    list,
    Buffer.concat(
      requests.flatMap((each) => {
        const bytes = raw(host, each);
        return [Buffer.from(`${bytes.length} `), bytes];
      })
    )
  );
  const args = [
    '-t1',
    `-c${CONNECTIONS}`,
    `-d${seconds}s`,
    '--timeout',
    '20s',
    '-s',
    file,
    url,
    list,
  ];
  const { stdout } = await promisify(execFile)('wrk', args, { maxBuffer: 10_000_000 });
  const [, made, micro, status, failed] = /RESULT (\d+) (\d+) (\d+) (\d+)/.exec(stdout);
  return { rate: (Number(made) / Number(micro)) * 1e6, errors: Number(status) + Number(failed) };
}

async function byAutocannon(url, requests, { seconds }) {
  const result = await autocannon({
    url,
    connections: CONNECTIONS,
    duration: seconds,
    requests: requests.map(({ method = 'GET', path: where, headers, body }) => ({
      method,
      path: where,
      headers,
      body,
    })),
  });
  return { rate: result.requests.average, errors: result.non2xx + result.errors };
}

/**
 * @param {string} url of the server
 * @param {{method?: string, path: string, headers?: object, body?: string}[]} requests in turn
 * @returns {Promise<number>} requests a second. @throws when one was refused
 */
export async function load(url, requests, options) {
  const { rate, errors } = await (hasWrk ? byWrk : byAutocannon)(url, requests, options);
  if (errors > 0) throw new Error(`${errors} requests failed, such as ${requests[0].path}`);
  return rate;
}
