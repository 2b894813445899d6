import { Badge, Flex, Link, Loader, Typography } from '@strapi/design-system';
import { Link as RouterLink } from 'react-router-dom';
import { LIMITS } from '../../../shared/limits';
import { claimsAddress } from '../lib/claims-view';
import { useArticleQueues } from '../lib/content-manager-api';
import { deskAddress } from '../lib/desk-view';
import { useDeskText, usePanelText } from '../lib/text';
import { QUEUE_TABS } from '../../../shared/vocabulary';

/** How many comments an article has in each state, and open claims; each leads to the desk. */
export function ArticleCounts({ article }: { article: string }) {
  const t = usePanelText();
  const tab = useDeskText();
  const { data, error } = useArticleQueues(article);
  if (error) return <Typography textColor="danger600">{t('failed')}</Typography>;
  if (!data) return <Loader small>{t('loading')}</Loader>;

  const { comments, openClaims } = data;
  const rows = [
    ...QUEUE_TABS.map((name) => ({
      name: tab(`tab.${name}`),
      to: deskAddress({ tab: name, sort: 'oldest', filters: { article } }),
      count: comments[name],
    })),
    {
      name: t('claims'),
      to: claimsAddress({ status: 'open', sort: 'oldest', filters: { article } }),
      count: openClaims,
    },
  ].filter(({ count }) => count > 0);
  if (rows.length === 0) return <Typography textColor="neutral600">{t('none')}</Typography>;
  return (
    <Flex tag="ul" direction="column" alignItems="stretch" gap={2} width="100%">
      {rows.map(({ name, to, count }) => (
        <Flex key={name} tag="li" justifyContent="space-between" gap={2}>
          <Link tag={RouterLink} to={to}>
            {name}
          </Link>
          <Badge>{count >= LIMITS.queueCount ? `${count}+` : count}</Badge>
        </Flex>
      ))}
    </Flex>
  );
}
