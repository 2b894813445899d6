import { Flex, Typography } from '@strapi/design-system';
import type { PersonalComment } from '../../../../shared/contracts/privacy';
import { usePersonalText } from '../../lib/text';
import { ListItem } from '../../components/list-item';
import { StatusBadge } from '../../components/status-badge';
import { When } from '../../components/when';

/** One comment and what is stored with it. */
export function CommentEntry({ comment }: { comment: PersonalComment }) {
  const t = usePersonalText();
  const { name, email, url, account, networkHash, browser } = comment;
  const details = [
    name,
    email,
    url,
    account !== null && t('kept.account'),
    networkHash !== null && t('kept.network'),
    browser,
    t('kept.record', { count: comment.record.length }),
  ].filter(Boolean);
  return (
    <ListItem>
      <Flex gap={3} wrap="wrap">
        <StatusBadge status={comment.status} />
        <Typography variant="pi" textColor="neutral600">
          <When at={comment.createdAt} />
        </Typography>
      </Flex>
      <Typography
        dir="auto"
        textColor="neutral800"
        style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}
      >
        {comment.content}
      </Typography>
      <Typography
        variant="pi"
        textColor="neutral600"
        dir="auto"
        style={{ overflowWrap: 'anywhere' }}
      >
        {details.join(' · ')}
      </Typography>
    </ListItem>
  );
}
