import { Badge, Flex, Link, Loader, Typography } from '@strapi/design-system';
import { useEffect, useState } from 'react';
import { Link as RouterLink } from 'react-router-dom';
import type { CountsResponse } from '../../../shared/contracts/moderation';
import { LIMITS } from '../../../shared/limits';
import { useDeskReads } from '../lib/api';
import { deskAddress } from '../lib/query';
import { useDeskText, usePanelText } from '../lib/text';
import { QUEUE_TABS } from '../../../shared/vocabulary';

type Counts = CountsResponse | 'loading' | 'failed';

function useArticleCounts(article: string): Counts {
  const reads = useDeskReads();
  const [counts, setCounts] = useState<Counts>('loading');
  useEffect(() => {
    let gone = false;
    setCounts('loading');
    reads.counts({ article }).then(
      (found) => gone || setCounts(found),
      () => gone || setCounts('failed')
    );
    return () => void (gone = true);
  }, [article, reads]);
  return counts;
}

/** How many comments an article has in each state; each leads to them in the queue. */
export function ArticleCounts({ article }: { article: string }) {
  const t = usePanelText();
  const tab = useDeskText();
  const counts = useArticleCounts(article);
  if (counts === 'loading') return <Loader small>{t('loading')}</Loader>;
  if (counts === 'failed') return <Typography textColor="danger600">{t('failed')}</Typography>;

  const { data, meta } = counts;
  const shown = QUEUE_TABS.filter((name) => data[name] > 0);
  if (shown.length === 0) return <Typography textColor="neutral600">{t('none')}</Typography>;
  return (
    <Flex tag="ul" direction="column" alignItems="stretch" gap={2} width="100%">
      {shown.map((name) => (
        <Flex key={name} tag="li" justifyContent="space-between" gap={2}>
          <Link
            tag={RouterLink}
            to={deskAddress({ tab: name, sort: 'oldest', filters: { article } })}
          >
            {tab(`tab.${name}`)}
          </Link>
          <Badge>
            {meta.capped && data[name] >= LIMITS.queueCount ? `${data[name]}+` : data[name]}
          </Badge>
        </Flex>
      ))}
    </Flex>
  );
}
