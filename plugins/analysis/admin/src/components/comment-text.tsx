import { Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import { useDeskText } from '../lib/text';

/** Line breaks as they were typed; a word of a thousand letters breaks rather than the page. */
const Text = styled.p`
  white-space: pre-wrap;
  overflow-wrap: anywhere;
  color: ${({ theme }) => theme.colors.neutral800};
  font-size: ${({ theme }) => theme.fontSizes[2]};
  line-height: ${({ theme }) => theme.lineHeights[6]};
`;

interface Props {
  content: string;
  language: string | null;
  deleted: boolean;
}

/** What the reader wrote: text, never HTML, in the direction of its own language. */
export function CommentText({ content, language, deleted }: Props) {
  const t = useDeskText();
  if (deleted) return <Typography textColor="neutral600">{t('card.deleted')}</Typography>;
  return (
    <Text dir="auto" lang={language ?? undefined}>
      {content}
    </Text>
  );
}
