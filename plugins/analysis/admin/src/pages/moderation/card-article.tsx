import { Flex, Link, Typography } from '@strapi/design-system';
import { Link as RouterLink } from 'react-router-dom';
import type { QueueCard } from '../../../../shared/contracts/moderation';
import { useDeskText } from '../../lib/text';

const ARTICLES = '/content-manager/collection-types/plugin::analysis.article';

/** The article that a card is about: in the content manager, and as readers see it. */
export function CardArticle({ article }: { article: QueueCard['article'] }) {
  const t = useDeskText();
  return (
    <Flex gap={3} wrap="wrap">
      <Typography variant="pi" textColor="neutral600">
        {t('card.on')}
      </Typography>
      <Link tag={RouterLink} to={`${ARTICLES}/${encodeURIComponent(article.documentId)}`}>
        <span dir="auto">{article.title || t('card.untitled')}</span>
      </Link>
      {article.slug !== null && article.published && (
        <Link href={`/posts/${encodeURIComponent(article.slug)}`} isExternal>
          {t('card.onSite')}
        </Link>
      )}
    </Flex>
  );
}
