import { Box, Flex, Loader, Typography } from '@strapi/design-system';
import { useId, type ReactNode } from 'react';
import { FaultList } from '../components/fault-list';
import { usePasteText } from '../lib/text';
import type { PostPreview } from '../../../shared/contracts/ingest';
import type { PreviewState } from './paste-model';
import { PostFields } from './post-fields';
import { WarningList } from './warning-list';

interface NoteProps {
  tone: 'danger' | 'warning';
  title: string;
  children: ReactNode;
}

function Note({ tone, title, children }: NoteProps) {
  const id = useId();
  return (
    <Flex
      tag="section"
      aria-labelledby={id}
      direction="column"
      alignItems="stretch"
      gap={2}
      padding={4}
      background={`${tone}100`}
      borderColor={`${tone}200`}
      hasRadius
    >
      <Typography id={id} tag="h3" variant="omega" fontWeight="bold" textColor={`${tone}700`}>
        {title}
      </Typography>
      {children}
    </Flex>
  );
}

function Read({ preview }: { preview: PostPreview }) {
  const t = usePasteText();
  const { faults, post, warnings } = preview;
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      {faults.length > 0 && (
        <Note tone="danger" title={t('faults', { count: faults.length })}>
          <FaultList faults={faults} />
        </Note>
      )}
      {warnings.length > 0 && (
        <Note tone="warning" title={t('warnings', { count: warnings.length })}>
          <WarningList warnings={warnings} />
        </Note>
      )}
      <PostFields post={post} />
    </Flex>
  );
}

/** What the page in the box becomes; says so to those who do not see it too. */
export function PreviewPanel({ reading }: { reading: PreviewState }) {
  const t = usePasteText();
  const statusText = {
    empty: '',
    reading: t('reading'),
    failed: '',
    read:
      reading.state === 'read' && reading.preview.faults.length > 0 ? t('readFaulty') : t('read'),
  };
  const shown =
    reading.state === 'read' ? reading.preview : reading.state === 'reading' ? reading.last : null;
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Flex role="status" gap={2} minHeight="2.4rem">
        {reading.state === 'reading' && <Loader small>{t('reading')}</Loader>}
        <Typography textColor="neutral600">{statusText[reading.state]}</Typography>
      </Flex>
      {reading.state === 'failed' && (
        <Typography role="alert" textColor="danger600">
          {t('failed', { message: reading.message })}
        </Typography>
      )}
      {shown !== null && (
        <Box aria-busy={reading.state === 'reading'}>
          <Read preview={shown} />
        </Box>
      )}
    </Flex>
  );
}
