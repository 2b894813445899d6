import type { HttpContext } from '../../platform/http/request';
import { languagesOf } from '../../platform/text/language';

/** Chooses between the answers of an address by the languages of a request. */
export const byLanguages =
  (choose: (languages: string[]) => string) =>
  (ctx: HttpContext): string =>
    choose(languagesOf(ctx.query.lang, ctx.get('accept-language')));
