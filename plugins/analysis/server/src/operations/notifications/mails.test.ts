import { approvedMail, confirmMail, digestMail, replyMail, waitingMail, LISTED } from './mails';
import { mailLocalizer } from './messages';

const EVIL = '"><script>alert(1)</script>';
const links = { url: 'https://example.com/#comment-a', stopUrl: 'https://example.com/stop' };

test('what people wrote is shown in a mail, not run', () => {
  const mail = replyMail(mailLocalizer('en'), { title: EVIL, name: EVIL, content: EVIL, ...links });
  expect(mail.html).not.toMatch(/<script/);
  expect(mail.html).toMatch(/&lt;script&gt;/);
  expect(mail.text).toContain(`> ${EVIL}`);
});

test('a long comment is quoted in part, line by line, without breaking a character', () => {
  const content = `${'line\n'.repeat(10)}${'😀'.repeat(1_000)}`;
  const { text } = approvedMail(mailLocalizer('fr'), {
    title: 'Port',
    name: '',
    content,
    ...links,
  });
  expect(text).toMatch(/^Un modérateur a approuvé/);
  expect(text.match(/^> line$/gm)).toHaveLength(10);
  expect(text).toMatch(/😀…\n/u);
  expect(text).not.toMatch(/\p{Surrogate}/u);
});

test('moderators get a list that ends', () => {
  const one = { title: 'Harbour', name: 'Ana', content: 'Why?', reported: false };
  const many = waitingMail(
    mailLocalizer('en'),
    Array(LISTED + 3).fill(one),
    0,
    'https://example.com/desk'
  );
  expect(many.subject).toBe(`${LISTED + 3} comments need a moderator`);
  expect(many.text.match(/Ana on “Harbour”/g)).toHaveLength(LISTED);
  expect(many.text).toMatch(/and 3 more/);
  const oldest = new Date('2026-11-25T12:00:00Z');
  const digest = { pending: 2, reported: 1, claims: 2, oldest, comments: [one] };
  const mail = digestMail(mailLocalizer('fr-CA'), digest, 'https://example.com/desk');
  expect(mail.subject).toBe('Modération : 2 en attente, 1 signalés');
  expect(mail.text).toMatch(/25 novembre 2026.* UTC/);
  expect(mail.text).toMatch(/2 passages sont signalés comme faux/);
  const passage = waitingMail(mailLocalizer('en'), [], 1, 'https://example.com/desk');
  expect(passage.subject).toBe('A passage is reported as wrong');
  const french = (comments: number) =>
    waitingMail(mailLocalizer('fr'), Array(comments).fill(one), 0, 'https://example.com/desk');
  expect(french(1).subject).toBe('Un commentaire attend un modérateur');
  expect(french(LISTED + 1).text).toMatch(/^et 1 autre$/m);
});

test('a language without words of its own reads English', () => {
  expect(mailLocalizer('de').language).toBe('en');
  expect(mailLocalizer('').language).toBe('en');
});

test('a line break in a name or title begins no header', () => {
  const name = 'Ana\r\nBcc: all@example.com\u2028\u0000x';
  for (const mail of [
    replyMail(mailLocalizer('en'), { title: name, name, content: 'x', ...links }),
    approvedMail(mailLocalizer('fr'), { title: name, name, content: 'x', ...links }),
    confirmMail(mailLocalizer('en'), { publisher: name, ...links }),
  ]) {
    expect(mail.subject).not.toMatch(/[\r\n\u2028\u0000]/);
    expect(mail.subject).toContain('Ana Bcc: all@example.com x');
  }
});
