import { Flex, Link, Typography } from '@strapi/design-system';
import { Link as RouterLink } from 'react-router-dom';
import type { RefusedArticleView } from '../../../shared/contracts/articles';
import { articleAddress } from '../lib/article-address';
import { FaultList } from '../components/fault-list';
import { useBulkText } from '../lib/text';

interface Props {
  article: RefusedArticleView;
  /** What the list shows of it, where the server does not say. */
  title: string | null;
  onFollow: () => void;
}

/** An article that was not published, and why; leads to its form. */
export function RefusedArticle({ article, title, onFollow }: Props) {
  const t = useBulkText();
  const { documentId, faults, reason } = article;
  return (
    <Flex
      tag="li"
      direction="column"
      alignItems="stretch"
      gap={1}
      padding={3}
      background="danger100"
      borderColor="danger200"
      hasRadius
    >
      <Link
        tag={RouterLink}
        to={articleAddress(documentId)}
        onClick={onFollow}
        style={{ overflowWrap: 'anywhere' }}
      >
        <span dir="auto">{article.title ?? title ?? t('untitled')}</span>
      </Link>
      {reason === 'faulty' ? (
        <FaultList faults={faults} />
      ) : (
        <Typography textColor="danger700">{t(`reason.${reason}`)}</Typography>
      )}
    </Flex>
  );
}
