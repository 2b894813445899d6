import type { TestApp } from './app';

export type Method = 'get' | 'post' | 'put' | 'delete';

/** Everything that a moderator may do at the desk. */
export const DESK = [
  'moderation.read',
  'moderate',
  'moderation.ban',
  'moderation.personal-data',
].map((name) => ({ action: `plugin::analysis.${name}` }));

/** Calls of the desk's routes with an administrator's token. */
export function deskOf(at: () => { app: TestApp; token: string }) {
  const call = (method: Method, path: string, data?: unknown, token = at().token) => {
    const request = at()
      .app.http()
      [method](`/analysis${path}`)
      .set('Authorization', `Bearer ${token}`);
    return data === undefined ? request : request.send({ data });
  };
  return {
    call,
    queue: async (query: string, token?: string) =>
      (await call('get', `/moderation/queue?${query}`, undefined, token).expect(200)).body,
    detail: async (id: string) =>
      (await call('get', `/moderation/comments/${id}`).expect(200)).body.data,
  };
}
