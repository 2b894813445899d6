import { Flex, Typography } from '@strapi/design-system';
import { Widget } from '@strapi/strapi/admin';
import { useEffect, useState } from 'react';
import { useIntl } from 'react-intl';
import type { ModerationSummary } from '../../../shared/contracts/moderation';
import { useDeskReads } from '../lib/desk-api';
import { ageOf } from './age';
import { useWidgetText } from '../lib/text';

function useSummary(): ModerationSummary | 'loading' | 'failed' {
  const reads = useDeskReads();
  const [summary, setSummary] = useState<ModerationSummary | 'loading' | 'failed'>('loading');
  useEffect(() => {
    let gone = false;
    reads.summary().then(
      (found) => gone || setSummary(found),
      () => gone || setSummary('failed')
    );
    return () => void (gone = true);
  }, [reads]);
  return summary;
}

/** On the home page: how many comments wait, since when, and what the last week brought. */
export function ModerationWidget() {
  const t = useWidgetText();
  const intl = useIntl();
  const summary = useSummary();
  if (summary === 'loading') return <Widget.Loading />;
  if (summary === 'failed') return <Widget.Error />;

  const { pending, oldest, lastWeek } = summary;
  const age = oldest === null ? null : ageOf(oldest, Date.now());
  return (
    <Flex direction="column" alignItems="center" justifyContent="center" gap={2} height="100%">
      <Typography variant="beta">
        {pending === 0 ? t('empty') : t('pending', { count: pending })}
      </Typography>
      {pending > 0 && age && (
        <Typography textColor="neutral700">
          {t('oldest', { when: intl.formatRelativeTime(age.value, age.unit, { numeric: 'auto' }) })}
        </Typography>
      )}
      <Typography textColor="neutral600">{t('lastWeek', lastWeek)}</Typography>
    </Flex>
  );
}
