import { maskEmail } from './mask-email';

test.each([
  ['ana@example.com', 'a…@example.com'],
  ['ä\u0323na@example.com', 'ä\u0323…@example.com'],
  ['👩‍🚒@example.com', '👩‍🚒…@example.com'],
  ['@example.com', '…'],
  ['nothing', '…'],
  [null, null],
])('%s is masked as %s', (email, masked) => {
  expect(maskEmail(email)).toBe(masked);
});
