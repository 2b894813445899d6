import { pastePostInput, previewPostInput } from '../../../../shared/contracts/ingest';
import type { Ability, Articles } from '../../content/articles/api';
import { decode, forbidden } from '../../platform/errors';
import { decodeEnvelope, type HttpContext } from '../../platform/http/request';
import { fromStrapi } from '../../platform/strapi/from-strapi';
import type { Ingest } from './api';

interface Rooms {
  articles: Articles;
  ingest: Ingest;
}

/** Admin routes by which an editor pastes a whole page, for those who may write articles. */
export const pasteController = ({ articles, ingest }: Rooms) => {
  const abilityOf = (ctx: HttpContext): Ability => fromStrapi(ctx.state.userAbility);

  const assertMayCreate = (ctx: HttpContext): void => {
    if (!articles.mayCreateText(abilityOf(ctx))) throw forbidden('You may not create articles');
  };

  const assertMayUpdate = async (ctx: HttpContext, articleId: string): Promise<void> => {
    if (await articles.mayUpdateText(abilityOf(ctx), articleId)) return;
    throw forbidden('This story has an article already, and you may not change it');
  };

  return {
    async preview(ctx: HttpContext) {
      assertMayCreate(ctx);
      const { text } = decode(previewPostInput, decodeEnvelope(ctx.request.body));
      const data = await ingest.preview({ format: 'text', text });
      if (data.documentId !== null) await assertMayUpdate(ctx, data.documentId);
      ctx.set('Cache-Control', 'no-store');
      ctx.body = { data, meta: {} };
    },

    async create(ctx: HttpContext) {
      assertMayCreate(ctx);
      const { text, force } = decode(pastePostInput, decodeEnvelope(ctx.request.body));
      const data = await ingest.ingest(
        { format: 'text', text },
        {
          force,
          by: fromStrapi<{ id: number }>(ctx.state.user).id,
          assertMayUpdate: (articleId) => assertMayUpdate(ctx, articleId),
        }
      );
      ctx.status = data.outcome === 'created' ? 201 : 200;
      ctx.set('Cache-Control', 'no-store');
      ctx.body = { data, meta: {} };
    },
  };
};
