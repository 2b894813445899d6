import { Badge, Typography } from '@strapi/design-system';
import type { AuthorCard } from '../../../../shared/contracts/moderation';
import { useDeskText } from '../../lib/text';

/** Who wrote it, and what became of what they wrote before. */
export function CardAuthor({ author }: { author: AuthorCard }) {
  const t = useDeskText();
  const { approved, rejected, spam } = author.history;
  const contact = [author.email, author.url].filter(Boolean).join(' · ');
  return (
    <>
      <Typography fontWeight="bold" textColor="neutral800" dir="auto">
        {author.name || t('card.nobody')}
      </Typography>
      {author.moderator && <Badge variant="primary">{t('author.moderator')}</Badge>}
      {author.signedIn && <Badge>{t('author.signedIn')}</Badge>}
      {author.banned && <Badge variant="danger">{t('author.banned')}</Badge>}
      {contact !== '' && (
        <Typography
          variant="pi"
          textColor="neutral600"
          dir="auto"
          style={{ overflowWrap: 'anywhere' }}
        >
          {contact}
        </Typography>
      )}
      <Typography variant="pi" textColor="neutral600">
        {t('author.history', { approved, rejected, spam })}
      </Typography>
    </>
  );
}
