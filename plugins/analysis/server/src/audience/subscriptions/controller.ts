import { assertKnownQuery, decodeEnvelope, type HttpContext } from '../../platform/http/request';
import { acceptedLanguages } from '../../platform/text/language';
import type { Subscriptions } from './api';
import { noticeOperations } from './openapi';
import { askPage, donePage, invalidPage } from './link-page';

/** The links in mails: a page with one button, and what the button, or a mail program, sends. */
export const noticeController = ({ subscriptions }: { subscriptions: Subscriptions }) => {
  const tokenOf = (ctx: HttpContext): string =>
    typeof ctx.query.token === 'string' ? ctx.query.token : '';

  const sendPage = (ctx: HttpContext, status: number, html: string): void => {
    ctx.status = status;
    ctx.type = 'html';
    // The address holds the token.
    ctx.set('Referrer-Policy', 'no-referrer');
    ctx.body = html;
  };

  const languageOf = (ctx: HttpContext): string =>
    acceptedLanguages(ctx.get('accept-language')).find((range) => /^(en|fr)(-|$)/i.test(range)) ??
    'en';

  return {
    async show(ctx: HttpContext) {
      assertKnownQuery(ctx.query, noticeOperations.show.queryNames);
      ctx.set('Cache-Control', 'no-store');
      const found = await subscriptions.readLink(tokenOf(ctx));
      if (found === null) sendPage(ctx, 404, invalidPage(languageOf(ctx)));
      else sendPage(ctx, 200, askPage(found.purpose, tokenOf(ctx), found.language));
    },

    async settle(ctx: HttpContext) {
      assertKnownQuery(ctx.query, noticeOperations.settle.queryNames);
      ctx.set('Cache-Control', 'no-store');
      if (ctx.is('application/json')) {
        ctx.body = {
          data: await subscriptions.confirmOrStop(decodeEnvelope(ctx.request.body)),
          meta: {},
        };
        return;
      }
      const token = tokenOf(ctx);
      const found = await subscriptions.readLink(token);
      if (found === null) return sendPage(ctx, 404, invalidPage(languageOf(ctx)));
      const { done } = await subscriptions.confirmOrStop({ token });
      sendPage(ctx, 200, donePage(done, found.language));
    },
  };
};
