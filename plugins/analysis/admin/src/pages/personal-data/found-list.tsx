import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { Download, Trash } from '@strapi/icons';
import type { ReactNode } from 'react';
import { useDeskText, usePersonalText } from '../../lib/text';
import { Empty } from '../../components/empty';
import { AddressEntry } from './address-entry';
import { BanEntry } from './ban-entry';
import { CommentEntry } from './comment-entry';
import type { Found } from './use-personal';

const Section = ({ title, children }: { title: string; children: ReactNode }) => (
  <Box tag="section" aria-label={title} paddingTop={4}>
    <Typography tag="h3" variant="delta">
      {title}
    </Typography>
    <Flex tag="ul" direction="column" alignItems="stretch" gap={3} paddingTop={2}>
      {children}
    </Flex>
  </Box>
);

interface Props {
  found: Found;
  more: 'idle' | 'loading' | 'failed';
  onMore: () => void;
  /** How many comments are in the file so far; null while none is made. */
  downloading: number | null;
  onDownload: () => void;
  /** Null for those who may look only. */
  onErase: (() => void) | null;
}

/** Whether anything is stored. */
export const hasFound = ({ total, bans, addresses }: Found): boolean =>
  total > 0 || bans.length > 0 || addresses.length > 0;

/** In a sentence, how much is stored under an address. */
export function FoundSummary({ found }: { found: Found }) {
  const t = usePersonalText();
  const { email, total, bans } = found;
  if (!hasFound(found)) return <Empty text={t('none', { email })} />;
  return (
    <Typography tag="h2" variant="beta" style={{ overflowWrap: 'anywhere' }}>
      {t('found', { email, comments: total, bans: bans.length })}
    </Typography>
  );
}

/** What is stored under an address, and what can be done with it. */
export function FoundList({ found, more, onMore, downloading, onDownload, onErase }: Props) {
  const t = usePersonalText();
  const desk = useDeskText();
  const { total, addresses, bans, comments, nextCursor } = found;
  return (
    <>
      <Flex gap={2} wrap="wrap" paddingTop={3}>
        <Button
          variant="secondary"
          startIcon={<Download />}
          loading={downloading !== null}
          onClick={onDownload}
        >
          {downloading === null ? t('download') : t('downloading', { count: downloading, total })}
        </Button>
        {onErase && (
          <Button variant="danger" startIcon={<Trash />} onClick={onErase}>
            {t('erase')}
          </Button>
        )}
      </Flex>
      {bans.length > 0 && (
        <Section title={t('part.bans')}>
          {bans.map((ban) => (
            <BanEntry key={ban.createdAt} ban={ban} />
          ))}
        </Section>
      )}
      {addresses.length > 0 && (
        <Section title={t('part.addresses')}>
          {addresses.map((address) => (
            <AddressEntry key={`${address.email}${address.askedAt}`} address={address} />
          ))}
        </Section>
      )}
      {comments.length > 0 && (
        <Section title={t('part.comments')}>
          {comments.map((comment) => (
            <CommentEntry key={comment.documentId} comment={comment} />
          ))}
        </Section>
      )}
      {nextCursor !== null && (
        <Flex justifyContent="center" paddingTop={4}>
          <Button variant="secondary" loading={more === 'loading'} onClick={onMore}>
            {desk(more === 'failed' ? 'list.moreFailed' : 'list.more')}
          </Button>
        </Flex>
      )}
    </>
  );
}
