import { sharedApp, type TestApp } from '../helpers/app';
import {
  commentPath,
  commentsPath,
  decide,
  expectCountersExact,
  postComment,
} from '../helpers/discussion';
import { createArticle, createUser } from '../helpers/factories';
import { behindProxy, fromNetwork } from '../helpers/networks';

let app: TestApp;
beforeAll(async () => {
  app = await sharedApp({ config: { 'comments.triage': true, 'comments.hideAfterReports': 2 } });
  behindProxy(app);
  const triage = app.strapi.plugin('analysis').service('triage');
  const policy = await triage.policy();
  await triage.setPolicy({
    ...policy,
    flood: { ...policy.flood, enabled: false },
    duplicates: { ...policy.duplicates, enabled: false },
  });
});
afterEach(() => expect(app.errors.splice(0)).toEqual([]));
afterAll(() => app.stop());

/** In an order of their own for every run of the test. */
const all = (work: (() => Promise<unknown>)[]) => Promise.all(work.map((each) => each()));

test('decisions, new comments, edits, reports and deletions at once leave the counters exact', async () => {
  const articles = [(await createArticle(app)).documentId, (await createArticle(app)).documentId];
  const { jwt } = await createUser(app);
  for (let round = 0; round < 3; round += 1) {
    const made = await Promise.all(
      articles.flatMap((article) =>
        [0, 1, 2, 3].map((n) =>
          postComment(app, article, { content: `A thought, ${round} ${n}.` }, `r${round}-${n}`)
        )
      )
    );
    await all(
      made.flatMap(({ documentId, editToken }, n) => [
        () => decide(app, documentId, 'approved'),
        () => decide(app, documentId, n % 2 ? 'spam' : 'approved'),
        () => decide(app, documentId, n % 3 ? 'pending' : 'rejected').catch(() => undefined),
        ...[1, 2].map(
          (network) => async () =>
            app
              .http()
              .post(`${commentPath(documentId)}/reports`)
              .set(fromNetwork(network))
              .send({ data: { reason: 'spam' } })
        ),
        async () =>
          n % 4 === 0
            ? app.http().delete(commentPath(documentId)).set('X-Analysis-Edit-Token', editToken)
            : app
                .http()
                .patch(commentPath(documentId))
                .set('X-Analysis-Edit-Token', editToken)
                .send({ data: { content: `Put better, ${round} ${n}.` } }),
        async () =>
          app
            .http()
            .post(commentsPath(articles[n % 2] as string))
            .set('Authorization', `Bearer ${jwt}`)
            .send({ data: { content: `By a known hand, ${round} ${n}.` } }),
      ])
    );
    await expectCountersExact(app);
  }
});

test('an author is trusted by what is approved, however many decisions are taken at once', async () => {
  const { jwt } = await createUser(app);
  let n = 0;
  const send = async () => {
    const { documentId } = await createArticle(app);
    n += 1;
    const { body } = await app
      .http()
      .post(commentsPath(documentId))
      .set('Authorization', `Bearer ${jwt}`)
      .send({ data: { content: `An opinion of mine on another post, number ${n}.` } })
      .expect(201);
    return body.data as { documentId: string; status: string };
  };
  const three = [await send(), await send(), await send()];
  expect(three.map(({ status }) => status)).toEqual(['pending', 'pending', 'pending']);
  // Approved twice each at once: still three, of which one is taken back.
  await all(
    three.flatMap(({ documentId }) => [
      () => decide(app, documentId, 'approved'),
      () => decide(app, documentId, 'approved'),
    ])
  );
  await decide(app, three[0]?.documentId as string, 'pending');
  expect((await send()).status).toBe('pending');
  await decide(app, three[0]?.documentId as string, 'approved');
  expect((await send()).status).toBe('approved');
});
