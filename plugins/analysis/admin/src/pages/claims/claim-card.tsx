import { Badge, Flex, Link, Typography, type BadgeProps } from '@strapi/design-system';
import { useId, type ReactNode } from 'react';
import { styled } from 'styled-components';
import type { ClaimCard as Claim, ClaimStatus } from '../../../../shared/contracts/claims';
import { useClaimText } from '../../lib/text';
import { CardArticle } from '../moderation/card-article';
import { CardFrame } from '../moderation/card-frame';
import type { CardPlace } from '../moderation/card-list';
import { CardMark } from '../moderation/card-mark';
import { When } from '../../components/when';

const VARIANTS: Record<ClaimStatus, BadgeProps['variant']> = {
  open: 'warning',
  upheld: 'success',
  dismissed: 'neutral',
};

const Passage = styled.blockquote`
  padding-inline-start: ${({ theme }) => theme.spaces[3]};
  border-inline-start: 3px solid ${({ theme }) => theme.colors.primary200};
  color: ${({ theme }) => theme.colors.neutral800};
  font-size: ${({ theme }) => theme.fontSizes[2]};
  line-height: ${({ theme }) => theme.lineHeights[6]};
  overflow-wrap: anywhere;
`;

const Text = styled.p`
  color: ${({ theme }) => theme.colors.neutral800};
  font-size: ${({ theme }) => theme.fontSizes[2]};
  line-height: ${({ theme }) => theme.lineHeights[6]};
  overflow-wrap: anywhere;
  white-space: pre-wrap;
`;

function Part({ title, children }: { title: ReactNode; children: ReactNode }) {
  const id = useId();
  return (
    <Flex tag="section" aria-labelledby={id} direction="column" alignItems="stretch" gap={1}>
      <Typography id={id} variant="pi" fontWeight="bold" textColor="neutral600">
        {title}
      </Typography>
      {children}
    </Flex>
  );
}

/** Where a reader says it can be looked up: a stranger's link, to follow with care. */
const Source = ({ href }: { href: string }) => (
  <Link
    href={href}
    isExternal
    rel="noopener noreferrer nofollow"
    style={{ overflowWrap: 'anywhere' }}
  >
    <span dir="ltr">{href}</span>
  </Link>
);

interface Props extends Pick<CardPlace, 'current' | 'mark'> {
  card: Claim;
  onFocus: (id: string) => void;
  children: ReactNode;
}

/** A passage that a reader says is wrong, with all that a moderator needs to decide on it. */
export function ClaimCard({ card, current, mark, onFocus, children }: Props) {
  const t = useClaimText();
  const { documentId, article, correction, correctedAt, decided, source, stillThere } = card;
  return (
    <CardFrame
      id={documentId}
      label={t('card.label', { title: article.title || t('card.untitled') })}
      current={current}
      onFocus={() => onFocus(documentId)}
    >
      <Flex gap={2} wrap="wrap">
        <Badge variant={VARIANTS[card.status]}>{t(`status.${card.status}`)}</Badge>
        <Badge variant={stillThere ? 'neutral' : 'secondary'}>
          {t(stillThere ? 'card.there' : 'card.gone')}
        </Badge>
        <Typography variant="pi" textColor="neutral600">
          <When at={card.createdAt} />
        </Typography>
      </Flex>
      {mark && <CardMark mark={mark} />}
      <CardArticle article={article} />
      <Part title={t('card.quote')}>
        <Passage dir="auto" lang={article.language}>
          {card.quote}
        </Passage>
      </Part>
      <Part title={t('card.note')}>
        <Text dir="auto">{card.note}</Text>
      </Part>
      {source !== null && (
        <Part title={t('card.source')}>
          <Source href={source} />
        </Part>
      )}
      {correction !== null && (
        <Part
          title={
            <>
              {t('card.correction')} {correctedAt !== null && <When at={correctedAt} />}
            </>
          }
        >
          <Text dir="auto">{correction}</Text>
        </Part>
      )}
      {decided && (
        <Typography variant="pi" textColor="neutral600">
          {t('card.decided', { name: decided.by ?? t('card.nobody') })} <When at={decided.at} />
        </Typography>
      )}
      {children}
    </CardFrame>
  );
}
