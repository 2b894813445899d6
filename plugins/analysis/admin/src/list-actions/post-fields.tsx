import { Typography } from '@strapi/design-system';
import { Fragment, type ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { styled } from 'styled-components';
import { visibleCharacters } from '../../../shared/text';
import { languageLabel } from '../fields/language/options';
import { useFieldLabel } from '../lib/use-fault-text';
import { usePasteText } from '../lib/text';
import type { PostPreview } from '../../../shared/contracts/ingest';
import { excerptOf } from './paste-model';

const Fields = styled.dl`
  display: grid;
  grid-template-columns: minmax(9rem, max-content) minmax(0, 1fr);
  gap: ${({ theme }) => `${theme.spaces[3]} ${theme.spaces[4]}`};

  @media (max-width: 640px) {
    grid-template-columns: minmax(0, 1fr);
    row-gap: ${({ theme }) => theme.spaces[1]};

    dd + dt {
      margin-block-start: ${({ theme }) => theme.spaces[2]};
    }
  }
`;

const Text = styled.p`
  color: ${({ theme }) => theme.colors.neutral800};
  font-size: ${({ theme }) => theme.fontSizes[2]};
  line-height: ${({ theme }) => theme.lineHeights[6]};
  overflow-wrap: anywhere;
  white-space: pre-line;
`;

/** What a page becomes, field by field. */
export function PostFields({ post }: { post: PostPreview['post'] }) {
  const t = usePasteText();
  const label = useFieldLabel();
  const intl = useIntl();
  const none = <Typography textColor="neutral600">{t('none')}</Typography>;
  const line = (value: string | null) => (value ? <Text dir="auto">{value}</Text> : none);
  const language = (tag: string | null): string | null => {
    const name = tag === null ? null : languageLabel(tag, intl.locale);
    return name === null ? tag : `${name} (${tag})`;
  };
  const length = (count: number) => (
    <Typography variant="pi" textColor="neutral600">
      {t('characters', { count })}
    </Typography>
  );

  const excerpt = post.body ? excerptOf(post.body) : null;
  type Row = [string, ReactNode];
  const rows: Row[] = [
    [label(['title']), line(post.title)],
    [label(['language']), line(language(post.language))],
    [label(['originalLink']), line(post.originalLink)],
    ...(post.sourceName ? [[label(['sourceName']), line(post.sourceName)] satisfies Row] : []),
    ...(post.sourcePublishedAt
      ? [
          [
            label(['sourcePublishedAt']),
            line(intl.formatDate(post.sourcePublishedAt)),
          ] satisfies Row,
        ]
      : []),
    ...(post.summaries.length === 0 ? [[label(['summaries']), none] satisfies Row] : []),
    ...post.summaries.map(({ language: tag, text }, index): Row => [
      label(['summaries', index]),
      <>
        <Typography variant="pi" fontWeight="bold" textColor="neutral600">
          {language(tag) ?? t('languageUnknown')}
        </Typography>
        <Text dir="auto" lang={tag ?? undefined}>
          {text}
        </Text>
        {length(visibleCharacters(text))}
      </>,
    ]),
    [
      label(['body']),
      excerpt === null ? (
        none
      ) : (
        <>
          <Text dir="auto" lang={post.language ?? undefined}>
            {excerpt.text}
            {excerpt.cut && '…'}
          </Text>
          {length(excerpt.length)}
        </>
      ),
    ],
  ];
  return (
    <Fields>
      {rows.map(([name, value], index) => (
        <Fragment key={index}>
          <Typography tag="dt" fontWeight="bold" textColor="neutral800">
            {name}
          </Typography>
          <dd>{value}</dd>
        </Fragment>
      ))}
    </Fields>
  );
}
