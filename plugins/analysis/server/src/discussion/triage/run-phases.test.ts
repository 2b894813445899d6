import { runTriage, runUnnoticed } from './run-phases';
import { defaultPolicy } from './policy';
import type { Phase, PhaseName, Verdict } from './types';
import { UNKNOWN_GUEST } from './anonymous-signals';
import { PASS, verdictsOf } from './verdicts';

const say = (name: PhaseName, outcome: Verdict['outcome']): Phase => ({
  name,
  run: () => (outcome === 'pass' ? PASS : verdictsOf(name)[outcome]('code', 'words')),
});
const broken: Phase = {
  name: 'external',
  run() {
    throw new Error('no such host');
  },
};
const hold = say('flood', 'hold');
const alsoHold = say('links', 'hold');
const spam = say('honeypot', 'spam');
const reject = say('discussion', 'reject');
const approve = say('trust', 'approve');
const pass = say('timing', 'pass');

test.each<[string, Phase[], string, PhaseName[]]>([
  ['nothing', [], 'approved', []],
  ['passes only', [pass], 'approved', []],
  ['a hold', [pass, hold], 'pending', ['flood']],
  ['two holds', [hold, alsoHold], 'pending', ['flood', 'links']],
  ['spam', [spam], 'spam', ['honeypot']],
  ['a hold, then spam', [hold, spam], 'spam', ['flood', 'honeypot']],
  ['a rejection', [reject, spam], 'rejected', ['discussion']],
  ['spam, then a rejection', [spam, reject], 'spam', ['honeypot']],
  ['an approval', [approve], 'approved', ['trust']],
  ['a hold, then an approval', [hold, approve], 'pending', ['flood']],
  ['an approval, then a hold', [approve, hold], 'pending', ['flood']],
  ['an approval, then spam', [approve, spam], 'spam', ['honeypot']],
  ['a failure', [broken], 'pending', ['external']],
  ['a failure, then an approval', [broken, approve], 'pending', ['external']],
])('%s, where comments are public at once', (_what, phases, status, reasons) => {
  const triage = runTriage(UNKNOWN_GUEST, defaultPolicy(), 'approved', phases);
  expect(triage.status).toBe(status);
  expect(triage.reasons.map(({ phase }) => phase)).toEqual(reasons);
});

test.each([
  ['nothing', [], 'pending'],
  ['an approval', [approve], 'approved'],
] as const)('%s, where comments wait', (_what, phases, status) => {
  expect(runTriage(UNKNOWN_GUEST, defaultPolicy(), 'pending', phases).status).toBe(status);
});

test('the trace names what was off, what failed, and ends where the chain did', () => {
  const policy = defaultPolicy();
  policy.flood.enabled = false;
  const { trace } = runTriage(UNKNOWN_GUEST, policy, 'pending', [hold, broken, spam, pass]);
  expect(trace).toEqual([
    { phase: 'flood', outcome: 'off' },
    { phase: 'external', outcome: 'failed', error: 'Error: no such host' },
    { phase: 'honeypot', outcome: 'spam' },
  ]);
});

test('an ordinary comment starts as all do, past every phase', () => {
  const { status, reasons, trace } = runTriage(UNKNOWN_GUEST, defaultPolicy(), 'pending');
  expect({ status, reasons }).toEqual({ status: 'pending', reasons: [] });
  expect(trace.map(({ outcome }) => outcome)).toEqual(trace.map(() => 'pass'));
});

const ban = { kind: 'email', until: null, reason: null } as const;
test.each([
  ['a ban alone', null, 'pass', 'spam'],
  ['and an outside service that rejects it', null, 'reject', 'rejected'],
  ['and one that takes it for spam', null, 'spam', 'spam'],
  ['and what its author said before', true, 'pass', 'rejected'],
] as const)('under a ban: %s', (_what, same, outside, status) => {
  const signals = {
    ...UNKNOWN_GUEST,
    blockedBy: ban,
    duplicate: { bySameAuthor: same ?? false, nearElsewhere: 0 },
    external: outside === 'pass' ? PASS : verdictsOf('external')[outside]('code', 'words'),
  };
  expect(runUnnoticed(signals, defaultPolicy(), 'pending').status).toBe(status);
  // Without a ban nothing is another.
  const free = { ...signals, blockedBy: null };
  expect(runUnnoticed(free, defaultPolicy(), 'pending')).toEqual(
    runTriage(free, defaultPolicy(), 'pending')
  );
});
