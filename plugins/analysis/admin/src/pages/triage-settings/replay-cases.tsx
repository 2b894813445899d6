import { Box, Flex, Typography } from '@strapi/design-system';
import type { ReplayCase } from '../../../../shared/contracts/triage';
import { useTriageText } from '../../lib/text';
import { CommentText } from '../../components/comment-text';
import { StatusBadge } from '../../components/status-badge';

const KINDS = ['approvedTaken', 'refusedPublic', 'approvedHeld'] as const;

function Case({ found }: { found: ReplayCase }) {
  const t = useTriageText();
  return (
    <Box tag="li" padding={3} borderColor="neutral150" hasRadius>
      <Flex direction="column" alignItems="stretch" gap={2}>
        <CommentText content={found.content} language={null} deleted={false} />
        <Flex gap={2} wrap="wrap">
          <Typography variant="pi">{t('replay.decided')}</Typography>
          <StatusBadge status={found.decided} />
          <Typography variant="pi">{t('replay.wouldBe')}</Typography>
          <StatusBadge status={found.wouldBe} />
        </Flex>
        {found.reasons.length > 0 && (
          <ul aria-label={t('replay.reasons')}>
            {found.reasons.map((reason) => (
              <li key={`${reason.phase} ${reason.code} ${reason.message}`}>
                <Typography variant="pi" textColor="warning700">
                  {reason.message}
                </Typography>
              </li>
            ))}
          </ul>
        )}
      </Flex>
    </Box>
  );
}

/** The comments on which the changed rules and people do not agree, the worst errors first. */
export function ReplayCases({ cases }: { cases: ReplayCase[] }) {
  const t = useTriageText();
  return KINDS.map((kind) => {
    const found = cases.filter(({ error }) => error === kind);
    return found.length === 0 ? null : (
      <Flex key={kind} tag="section" direction="column" alignItems="stretch" gap={2}>
        <Typography tag="h4" variant="epsilon" fontWeight="bold">
          {t(`replay.${kind}`)}
        </Typography>
        <Flex tag="ol" direction="column" alignItems="stretch" gap={2}>
          {found.map((each) => (
            <Case key={each.commentId} found={each} />
          ))}
        </Flex>
      </Flex>
    );
  });
}
