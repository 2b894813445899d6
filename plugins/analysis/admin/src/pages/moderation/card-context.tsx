import { Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import type { QueueCard } from '../../../../shared/contracts/moderation';
import { useDeskText } from '../../lib/text';
import { CardArticle } from './card-article';

const Quote = styled.blockquote`
  padding-inline-start: ${({ theme }) => theme.spaces[3]};
  border-inline-start: 3px solid ${({ theme }) => theme.colors.neutral200};
  color: ${({ theme }) => theme.colors.neutral600};
  font-size: ${({ theme }) => theme.fontSizes[1]};
  line-height: ${({ theme }) => theme.lineHeights[4]};
  overflow-wrap: anywhere;
  white-space: pre-wrap;
  display: -webkit-box;
  -webkit-box-orient: vertical;
  -webkit-line-clamp: 4;
  overflow: hidden;
`;

/** Where it was written: the article, and the comment that it answers. */
export function CardContext({ card: { article, parent } }: { card: QueueCard }) {
  const t = useDeskText();
  return (
    <>
      <CardArticle article={article} />
      {parent && (
        <div>
          <Typography variant="pi" textColor="neutral600">
            {t('card.parent', { name: parent.author || t('card.nobody') })}
          </Typography>
          <Quote dir="auto">{parent.content}</Quote>
        </div>
      )}
    </>
  );
}
