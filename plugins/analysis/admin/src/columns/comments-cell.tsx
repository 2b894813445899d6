import { Flex, Link, Typography } from '@strapi/design-system';
import { useTable } from '@strapi/strapi/admin';
import { Link as RouterLink } from 'react-router-dom';
import { useArticleCounts } from '../lib/content-manager-api';
import { deskAddress } from '../lib/desk-view';
import { useListText } from '../lib/text';

/** How many comments of an article wait, with a way to them, and how many are approved. */
export function CommentsCell({ article }: { article: string }) {
  const t = useListText();
  // Strapi types rows as records of anything.
  const rows = useTable('CommentsCell', (state) => state.rows) as { documentId?: string }[];
  // The same ids in every cell of the page, so that all of them share one request.
  const ids = rows.flatMap(({ documentId }) => (documentId ? [documentId] : []));
  const { data, error } = useArticleCounts(ids);
  if (error) return <Typography textColor="danger600">{t('failed')}</Typography>;
  if (!data) return <Typography textColor="neutral600">…</Typography>;

  const { pending = 0, approved = 0 } = data[article] ?? {};
  if (pending + approved === 0) return <Typography textColor="neutral600">–</Typography>;
  return (
    <Flex gap={2}>
      {pending > 0 && (
        <Link
          tag={RouterLink}
          to={deskAddress({ tab: 'pending', sort: 'oldest', filters: { article } })}
          // A click anywhere else in the row opens the article.
          onClick={(event: { stopPropagation(): void }) => event.stopPropagation()}
        >
          {t('pending', { count: pending })}
        </Link>
      )}
      {approved > 0 && (
        <Typography textColor="neutral800">{t('approved', { count: approved })}</Typography>
      )}
    </Flex>
  );
}
