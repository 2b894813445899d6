import { faultsOf, nameOf, retryAfterOf } from './errors';

const fault = { path: ['author', 'email'], code: 'invalid_email' };

test.each([
  ['a refusal with faults', { name: 'ValidationError', details: { errors: [fault] } }, [fault]],
  ['what is no fault', { name: 'ValidationError', details: { errors: [null, 'x', {}] } }, []],
  ['a refusal without faults', { name: 'ValidationError', details: {} }, null],
  ['another error', { name: 'ForbiddenError', details: { errors: [fault] } }, null],
  ['what is no error', 'ValidationError', null],
  ['nothing', undefined, null],
])('the faults of %s', (_what, error, faults) => {
  expect(faultsOf(error)).toEqual(faults);
});

test.each([
  [{ name: 'RateLimitError', details: { retryAfter: 30 } }, 30],
  [{ name: 'RateLimitError', details: { retryAfter: 'soon' } }, null],
  [{ name: 'ValidationError', details: { retryAfter: 30 } }, null],
  [null, null],
])('the seconds to wait after %j', (error, seconds) => {
  expect(retryAfterOf(error)).toBe(seconds);
});

test('a thrown thing without a name has none', () => {
  expect([nameOf(new TypeError('x')), nameOf({}), nameOf(null)]).toEqual(['TypeError', '', '']);
});
