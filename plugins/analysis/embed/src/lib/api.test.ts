import { Api, ApiError } from './api';

interface Call {
  url: string;
  init: RequestInit & { headers: Record<string, string> };
}

/** A server that answers what it is told to, and remembers what it was asked. */
function server(...answers: (Response | Error)[]) {
  const calls: Call[] = [];
  const send = (async (url: string, init: Call['init']) => {
    calls.push({ url, init });
    const answer = answers.shift() ?? Response.json({ data: null, meta: {} });
    if (answer instanceof Error) throw answer;
    return answer;
  }) as unknown as typeof fetch;
  return { calls, send };
}

let bases = 0;
const base = () => `https://s${(bases += 1)}.example.com/api/analysis`;
const failure = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: unknown) => error as ApiError
  );

test('the visitor’s token is kept, sent along where it matters, and no cookie is', async () => {
  const handed = Response.json(
    { data: 1, meta: {} },
    { headers: { 'X-Analysis-Visitor': 'v1.a.b' } }
  );
  const { calls, send } = server(handed);
  const [here, elsewhere] = [base(), base()];
  await new Api(here, send).call('PUT', '/x', { data: { value: 1 }, personal: true });
  await new Api(here, send).call('GET', '/x', { personal: true });
  await new Api(here, send).call('GET', '/y');
  await new Api(elsewhere, send).call('GET', '/x', { personal: true });
  expect(calls.map(({ init }) => init.headers['X-Analysis-Visitor'])).toEqual([
    undefined,
    'v1.a.b',
    undefined,
    undefined,
  ]);
  expect(calls.map(({ init }) => init.credentials)).toEqual(Array(4).fill('omit'));
  expect(calls[0]).toMatchObject({
    url: `${here}/x`,
    init: { method: 'PUT', body: '{"data":{"value":1}}' },
  });
});

test('two first votes at once are one visitor’s: the second waits for the token', async () => {
  const handed = () =>
    Response.json({ data: 1, meta: {} }, { headers: { 'X-Analysis-Visitor': 'v2.a.b' } });
  const { calls, send } = server(new TypeError('offline'), handed(), handed());
  const api = new Api(base(), send);
  const vote = (value: number) => api.call('PUT', '/x', { data: { value }, personal: true });
  const answers = await Promise.allSettled([vote(1), vote(3), vote(5)]);
  expect(answers.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled']);
  expect(calls.map(({ init }) => init.headers['X-Analysis-Visitor'])).toEqual([
    undefined,
    undefined,
    'v2.a.b',
  ]);
});

test('a refusal says what is wrong with which field', async () => {
  const faults = [{ path: ['content'], code: 'required', name: 'ValidationError', message: 'x' }];
  const error = {
    status: 400,
    name: 'ValidationError',
    message: 'no',
    details: { errors: faults },
  };
  const { send } = server(Response.json({ data: null, error }, { status: 400 }));
  const refusal = await failure(new Api(base(), send).call('POST', '/x', { data: {} }));
  expect(refusal).toMatchObject({ status: 400, faults });
});

test.each([
  ['no answer', new TypeError('failed to fetch'), 0],
  ['a page of something else', new Response('<p>hello</p>'), 0],
  ['a refusal without words', Response.json({}, { status: 503 }), 503],
  ['a refusal that is no object', Response.json(null, { status: 502 }), 502],
])('%s is an error of ours', async (_what, answer, status) => {
  const error = await failure(new Api(base(), server(answer).send).call('GET', '/x'));
  expect(error).toBeInstanceOf(ApiError);
  expect(error).toMatchObject({ status, faults: [] });
});

test('an answer without a body is one', async () => {
  const { send } = server(new Response(null, { status: 204 }));
  await expect(new Api(base(), send).call('DELETE', '/x')).resolves.toEqual({});
});
