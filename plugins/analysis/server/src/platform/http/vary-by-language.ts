import { languagesOf } from '../text/language';
import type { VaryBy } from './cache-tags';
import type { HttpContext } from './request';

/**
 * The variant key of a response that depends on the languages of the request.
 * @param variantOf the key for some languages, by preference; the same key means the same response
 */
export const varyByLanguages =
  (variantOf: (languages: string[]) => string): VaryBy<HttpContext> =>
  (ctx) =>
    variantOf(languagesOf(ctx.query.lang, ctx.get('accept-language')));
