import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import type { TestApp } from './app';
import { commentBody, commentsPath, decide } from './discussion';
import { createArticle, visitor } from './factories';
import { until } from './outside';

/** A real mail server on loopback that keeps what it is sent. */
export interface Mailbox {
  /** For `startApp`: the application sends its mail here. */
  env: Record<string, string>;
  mails: ParsedMail[];
  /** Waits until a mail to an address has come, takes it out, and returns it. */
  next(to: string): Promise<ParsedMail>;
  /** While true, every mail is refused with a lasting error of the server's. */
  broken: boolean;
  stop(): Promise<void>;
}

export const addressOf = (mail: ParsedMail): string =>
  [mail.to].flat().flatMap((each) => each?.value.map(({ address }) => address ?? '') ?? [])[0] ??
  '';

/** The first link of a mail's text whose address matches. */
export const linkIn = (mail: ParsedMail, pattern: RegExp): URL => {
  const found = (mail.text ?? '').match(/https?:\/\/\S+/g)?.find((url) => pattern.test(url));
  if (found === undefined) throw new Error(`no such link in: ${mail.text}`);
  return new URL(found);
};

export async function startMailbox(): Promise<Mailbox> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData(stream, _session, done) {
      simpleParser(stream).then((mail) => {
        if (box.broken)
          return done(Object.assign(new Error('out of order'), { responseCode: 451 }));
        box.mails.push(mail);
        done();
      }, done);
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as { port: number };
  const box: Mailbox = {
    env: { SMTP_HOST: '127.0.0.1', SMTP_PORT: String(port), MAIL_FROM: 'analysis@example.com' },
    mails: [],
    broken: false,
    async next(to) {
      const find = () => box.mails.findIndex((mail) => addressOf(mail) === to);
      await until(() => find() >= 0, `a mail to ${to}`);
      const [mail] = box.mails.splice(find(), 1);
      return mail as ParsedMail;
    },
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
  return box;
}

/** Presses the button of the page behind a link, as a browser does. */
export const pressButton = (app: TestApp, { pathname, search }: URL) =>
  app.http().post(`${pathname}${search}`).type('form').send({}).set('Accept', 'text/html');

export interface SubscriberOptions {
  confirmed?: boolean;
  /** Of the article that is commented on; another than English makes one. */
  language?: string;
}

let guests = 0;

/** Sends what is due, as if the time in which a decision can be undone were over. */
export const deliver = (
  app: TestApp,
  afterMs = 61_000
): Promise<{ sent: number; failed: number }> =>
  app.strapi
    .plugin('analysis')
    .service('notifications')
    .deliver(new Date(Date.now() + afterMs));

/** What housekeeping does with addresses and mails that are over. */
export async function tidyMail(app: TestApp, now: Date): Promise<void> {
  const plugin = app.strapi.plugin('analysis');
  await plugin.service('subscriptions').tidy(now);
  await plugin.service('notifications').tidy(now);
}

/**
 * A guest whose comment was approved, and who is asked therefore whether the address is theirs. Unless
 * told otherwise they confirm, and leave a second comment that waits.
 */
export async function subscribe(
  app: TestApp,
  box: Mailbox,
  article: string,
  { confirmed = true, language = 'en' }: SubscriberOptions = {}
) {
  guests += 1;
  const author = { name: 'Ana', email: `guest${guests}@example.com` };
  const guest = `subscriber-${guests}`;
  const at = language === 'en' ? article : (await createArticle(app, { language })).documentId;
  const say = async (content: string) =>
    (
      await app
        .http()
        .post(commentsPath(at))
        .set(visitor(guest))
        .send(commentBody({ content, notify: true, author }))
        .expect(201)
    ).body;
  const first = await say(`The first word of guest ${guests}.`);
  // Guests of a test come from one network, which may have a few mails only.
  await app.strapi.db
    .connection('analysis_comments')
    .where({ document_id: first.data.documentId })
    .update({ ip_hash: null });
  await decide(app, first.data.documentId, 'approved');
  await deliver(app);
  const mail = await box.next(author.email);
  const link = linkIn(mail, /token=confirm/);
  if (confirmed) await pressButton(app, link).expect(200);
  const { data, meta } = confirmed ? await say(`A thought of guest ${guests}.`) : first;
  return { ...{ email: author.email, guest, mail, link, meta }, id: data.documentId as string };
}
