import { Checkbox, Flex, Link, Typography } from '@strapi/design-system';
import { Link as RouterLink } from 'react-router-dom';
import { articleAddress } from '../lib/article-address';
import { usePasteText } from '../lib/text';
import type { PostPreview } from '../../../shared/contracts/ingest';

interface Props {
  preview: PostPreview;
  /** Whether the person agrees to lose what was edited. */
  agreed: boolean;
  onAgree: (agreed: boolean) => void;
  onFollow: () => void;
}

/** Says that there is an article of this story already, and what becomes of it. */
export function ExistingNote({ preview, agreed, onAgree, onFollow }: Props) {
  const t = usePasteText();
  const { documentId, outcome } = preview;
  if (documentId === null || outcome === 'created') return null;
  return (
    <Flex
      direction="column"
      alignItems="flex-start"
      gap={3}
      padding={4}
      background="primary100"
      borderColor="primary200"
      hasRadius
    >
      <Typography textColor="neutral800">
        {t(`exists.${outcome}`)}{' '}
        <Link tag={RouterLink} to={articleAddress(documentId)} onClick={onFollow}>
          {t('exists.open')}
        </Link>
      </Typography>
      {outcome === 'edited' && (
        <Checkbox checked={agreed} onCheckedChange={(value) => onAgree(value === true)}>
          {t('exists.agree')}
        </Checkbox>
      )}
    </Flex>
  );
}
