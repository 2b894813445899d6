import { Flex, Typography } from '@strapi/design-system';
import { useBulkText } from '../lib/text';
import { useRequestErrorText } from '../lib/use-request-error-text';
import type { ListedArticle, PublishOutcome } from './publish-run';
import { RefusedArticle } from './refused-article';

interface Props {
  rows: readonly ListedArticle[];
  outcome: PublishOutcome;
  onFollow: () => void;
}

/** How many are published, and of each that is not, why. */
export function PublishResult({ rows, outcome, onFollow }: Props) {
  const t = useBulkText();
  const errorText = useRequestErrorText();
  const { published, refused, left, error } = outcome;
  const titleOf = (id: string): string | null =>
    rows.find(({ documentId }) => documentId === id)?.title ?? null;
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Flex role="status" direction="column" alignItems="stretch" gap={1}>
        <Typography>{t('published', { count: published.length })}</Typography>
        {refused.length > 0 && <Typography>{t('refused', { count: refused.length })}</Typography>}
        {error !== null && (
          <Typography textColor="danger700">
            {t('failed', {
              message: errorText(error),
            })}
          </Typography>
        )}
        {left.length > 0 && (
          <Typography>{t(error === null ? 'left' : 'unknown', { count: left.length })}</Typography>
        )}
      </Flex>
      {refused.length > 0 && (
        <Flex
          tag="ul"
          aria-label={t('refused.label')}
          direction="column"
          alignItems="stretch"
          gap={2}
        >
          {refused.map((article) => (
            <RefusedArticle
              key={article.documentId}
              article={article}
              title={titleOf(article.documentId)}
              onFollow={onFollow}
            />
          ))}
        </Flex>
      )}
    </Flex>
  );
}
