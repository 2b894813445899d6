import { Box, Button, Field, Flex, Textarea, Typography } from '@strapi/design-system';
import { Upload } from '@strapi/icons';
import { useEffect, useRef, useState, type DragEvent } from 'react';
import { styled } from 'styled-components';
import { usePasteText } from '../lib/text';
import { ACCEPTED, MAX_BYTES, textOf } from './read-file';

const Drop = styled(Box)<{ $over: boolean }>`
  border-radius: ${({ theme }) => theme.borderRadius};
  outline: ${({ $over, theme }) => ($over ? `2px dashed ${theme.colors.primary600}` : 'none')};

  textarea {
    height: 20rem;
    resize: vertical;
  }
`;

interface Props {
  text: string;
  onChange: (text: string) => void;
}

/** The box that a page is pasted into, or a file with one is dropped on. */
export function PageField({ text, onChange }: Props) {
  const t = usePasteText();
  const field = useRef<HTMLTextAreaElement>(null);
  const chooser = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);

  useEffect(() => void field.current?.focus(), []);

  const take = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    // Not read into memory first: it may be a film.
    const read =
      file.size > MAX_BYTES
        ? ({ ok: false, why: 'tooBig' } as const)
        : textOf(new Uint8Array(await file.arrayBuffer()));
    setRefusal(read.ok ? null : t(`file.${read.why}`, { name: file.name }));
    if (read.ok) onChange(read.text);
    field.current?.focus();
  };
  const hover = (event: DragEvent, is: boolean): void => {
    if (!event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    setOver(is);
  };

  return (
    <Field.Root name="page" hint={t('page.hint')} error={refusal ?? undefined}>
      <Flex justifyContent="space-between" gap={2} wrap="wrap">
        <Field.Label>{t('page.label')}</Field.Label>
        <Button
          size="S"
          variant="tertiary"
          startIcon={<Upload />}
          onClick={() => chooser.current?.click()}
        >
          {t('file.choose')}
        </Button>
        <input
          ref={chooser}
          type="file"
          accept={ACCEPTED}
          hidden
          aria-label={t('file.choose')}
          onChange={(event) => {
            void take(event.currentTarget.files?.[0]);
            // The same file again is a change again.
            event.currentTarget.value = '';
          }}
        />
      </Flex>
      <Drop
        $over={over}
        onDragEnter={(event: DragEvent) => hover(event, true)}
        onDragOver={(event: DragEvent) => hover(event, true)}
        onDragLeave={(event: DragEvent) => hover(event, false)}
        onDrop={(event: DragEvent) => {
          hover(event, false);
          void take(event.dataTransfer.files[0]);
        }}
      >
        <Textarea
          ref={field}
          value={text}
          dir="auto"
          spellCheck={false}
          onChange={(event) => {
            setRefusal(null);
            onChange(event.currentTarget.value);
          }}
        />
      </Drop>
      {refusal === null ? (
        <Field.Hint />
      ) : (
        <Typography role="alert" variant="pi" textColor="danger600">
          {refusal}
        </Typography>
      )}
    </Field.Root>
  );
}
