import { Box, Field, Flex, IconButton, Textarea, Typography } from '@strapi/design-system';
import { ArrowDown, ArrowUp, Trash } from '@strapi/icons';
import { useField } from '@strapi/strapi/admin';
import type { ChangeEvent, CSSProperties, ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { useSummariesText } from '../../lib/text';
import { LanguageBox } from '../language/language-box';
import { LanguageNote } from '../language/language-note';
import { languageLabel } from '../language/options';
import type { Summary } from './list';
import { TextCounter } from './text-counter';

interface SummaryBlockProps {
  /** The field's name and the place, as the form knows the summary. */
  path: string;
  at: number;
  count: number;
  summary: Summary;
  disabled: boolean;
  /** By which the list finds what to focus when the summary comes or moves. */
  id: string;
  onEdit: (part: Partial<Summary>) => void;
  onRemove: () => void;
  onMove: (to: number) => void;
}

/** What a summary is called: its place, and its language where it has one. */
export function summaryTitle(
  t: ReturnType<typeof useSummariesText>,
  locale: string,
  at: number,
  { language }: Summary
): string {
  const number = at + 1;
  if (language === null) return t('title', { number });
  return t('titled', { number, language: languageLabel(language, locale) ?? language });
}

/** One summary: its language, its text, and where it stands. */
export function SummaryBlock(props: SummaryBlockProps): ReactNode {
  const { path, id, at, summary, disabled, onEdit } = props;
  const t = useSummariesText();
  const { locale } = useIntl();
  const title = summaryTitle(t, locale, at, summary);

  return (
    <Box tag="li" data-summary={id} hasRadius borderColor="neutral200" overflow="hidden">
      <Box role="group" aria-label={title}>
        <Flex
          justifyContent="space-between"
          gap={2}
          background="neutral100"
          paddingLeft={4}
          paddingRight={2}
          paddingTop={2}
          paddingBottom={2}
        >
          <Typography fontWeight="semiBold" textColor="neutral800" ellipsis>
            {title}
          </Typography>
          {!disabled && <Actions {...props} title={title} />}
        </Flex>
        <Flex direction="column" alignItems="stretch" gap={4} padding={4}>
          <LanguageField path={path} summary={summary} disabled={disabled} onEdit={onEdit} />
          <TextField path={path} text={summary.text ?? ''} disabled={disabled} onEdit={onEdit} />
        </Flex>
      </Box>
    </Box>
  );
}

type EditorProps = Pick<SummaryBlockProps, 'path' | 'disabled' | 'onEdit'>;

const withError = (error: string | undefined) => (error === undefined ? {} : { error });

function LanguageField({
  path,
  summary: { language, text },
  disabled,
  onEdit,
}: EditorProps & { summary: Summary }): ReactNode {
  const t = useSummariesText();
  const name = `${path}.language`;
  const { error } = useField(name);
  const onChange = (tag: string | null): void => onEdit({ language: tag });
  return (
    <Field.Root name={name} id={name} maxWidth="40rem" {...withError(error)}>
      <Field.Label>{t('language')}</Field.Label>
      <LanguageBox value={language} disabled={disabled} onChange={onChange} />
      <Field.Error />
      <LanguageNote
        value={language}
        text={text ?? ''}
        disabled={disabled}
        isRefused={error !== undefined}
        onChange={onChange}
      />
    </Field.Root>
  );
}

/**
 * As high as its text, where the browser can; elsewhere the editor draws it larger. React's types do
 * not know `field-sizing` yet.
 */
const GROWING = { fieldSizing: 'content', minHeight: '10.5rem' } as CSSProperties;

function TextField({ path, text, disabled, onEdit }: EditorProps & { text: string }): ReactNode {
  const t = useSummariesText();
  const name = `${path}.text`;
  const { error } = useField(name);
  return (
    <Field.Root name={name} id={name} {...withError(error)}>
      <Field.Label>{t('text')}</Field.Label>
      <Textarea
        value={text}
        disabled={disabled}
        style={GROWING}
        onChange={({ target }: ChangeEvent<HTMLTextAreaElement>) =>
          onEdit({ text: target.value === '' ? null : target.value })
        }
      />
      <Field.Error />
      <TextCounter text={text} />
    </Field.Root>
  );
}

function Actions(props: SummaryBlockProps & { title: string }): ReactNode {
  const { at, count, title, onMove, onRemove } = props;
  const t = useSummariesText();
  return (
    <Flex gap={1}>
      {count > 1 && (
        <>
          <IconButton
            data-to="up"
            variant="ghost"
            label={t('up', { title })}
            disabled={at === 0}
            onClick={() => onMove(at - 1)}
          >
            <ArrowUp />
          </IconButton>
          <IconButton
            data-to="down"
            variant="ghost"
            label={t('down', { title })}
            disabled={at === count - 1}
            onClick={() => onMove(at + 1)}
          >
            <ArrowDown />
          </IconButton>
        </>
      )}
      <IconButton variant="ghost" label={t('remove', { title })} onClick={onRemove}>
        <Trash />
      </IconButton>
    </Flex>
  );
}
