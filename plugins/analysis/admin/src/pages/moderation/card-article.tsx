import { Flex, Link, Typography } from '@strapi/design-system';
import { Link as RouterLink } from 'react-router-dom';
import type { QueueCard } from '../../../../shared/contracts/moderation';
import { articleLinks } from './article-links';
import { useDeskText } from '../../lib/text';
import { useArticleReading } from './article-reading';

type Article = Pick<QueueCard['article'], 'documentId' | 'title' | 'address'>;

/** The article that a card is about, as far as the person may see it. */
export function CardArticle({ article }: { article: Article }) {
  const t = useDeskText();
  const { title, site } = articleLinks(article, useArticleReading());
  const name = <span dir="auto">{article.title || t('card.untitled')}</span>;
  return (
    <Flex gap={3} wrap="wrap">
      <Typography variant="pi" textColor="neutral600">
        {t('card.on')}
      </Typography>
      {title.to === 'form' && (
        <Link tag={RouterLink} to={title.path}>
          {name}
        </Link>
      )}
      {title.to === 'site' && (
        <Link href={title.href} isExternal>
          {name}
        </Link>
      )}
      {title.to === 'nowhere' && <Typography textColor="neutral800">{name}</Typography>}
      {site !== null && (
        <Link href={site} isExternal>
          {t('card.onSite')}
        </Link>
      )}
    </Flex>
  );
}
