import { canonicalDomain, domainsOf, mailboxOf } from './mailbox';

test.each([
  ['ana@example.com', 'ana@example.com'],
  [' Ana@Example.COM ', 'ana@example.com'],
  ['ana+news@example.com', 'ana@example.com'],
  ['ana+a+b@example.com', 'ana@example.com'],
  ['a.n.a@example.com', 'a.n.a@example.com'],
  ['a.n.a+x@gmail.com', 'ana@gmail.com'],
  ['Ana@GoogleMail.com', 'ana@gmail.com'],
  ['+x@example.com', '+x@example.com'],
  ['...@gmail.com', '...@gmail.com'],
  ['ana@example.com.', 'ana@example.com'],
  ['jos\u0065\u0301@example.com', 'jos\u00e9@example.com'],
  ['ana@BÜRO.example', 'ana@xn--bro-hoa.example'],
  ['ana@xn--bro-hoa.example', 'ana@xn--bro-hoa.example'],
  ['"odd@place"@example.com', '"odd@place"@example.com'],
  ['none', 'none'],
  ['@example.com', '@example.com'],
])('%s', (address, mailbox) => {
  expect(mailboxOf(address)).toBe(mailbox);
  expect(mailboxOf(mailbox)).toBe(mailbox);
});

test('a domain, and those of a mailbox', () => {
  expect(canonicalDomain('Googlemail.com.')).toBe('gmail.com');
  expect(canonicalDomain('Büro.example')).toBe('xn--bro-hoa.example');
  expect(domainsOf('ana@gmail.com')).toEqual(['gmail.com', 'googlemail.com']);
  expect(domainsOf('ana@example.com')).toEqual(['example.com']);
});
