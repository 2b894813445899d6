import { Flex, Typography } from '@strapi/design-system';
import type { ReactNode } from 'react';
import type { QueueCard } from '../../../../shared/contracts/moderation';
import { useDeskText } from '../../lib/text';
import { When } from '../../components/when';

const Block = ({ title, children }: { title: string; children: ReactNode }) => (
  <Flex direction="column" alignItems="stretch" gap={1}>
    <Typography variant="pi" fontWeight="bold" textColor="neutral700">
      {title}
    </Typography>
    {children}
  </Flex>
);

/** Why it waits, who complained, and who decided last. */
export function CardFlags({ card: { heldReasons, reports, decided } }: { card: QueueCard }) {
  const t = useDeskText();
  return (
    <>
      {heldReasons.length > 0 && (
        <Block title={t('card.held')}>
          <ul aria-label={t('card.held')}>
            {heldReasons.map((reason) => (
              <li key={`${reason.phase} ${reason.code} ${reason.message}`}>
                <Typography variant="pi" textColor="warning700">
                  {reason.message}
                </Typography>
              </li>
            ))}
          </ul>
        </Block>
      )}
      {reports.length > 0 && (
        <Block title={t('card.reports', { count: reports.length })}>
          <ul aria-label={t('card.reports', { count: reports.length })}>
            {reports.map((report) => (
              <li key={report.documentId}>
                <Typography variant="pi" textColor="danger700" dir="auto">
                  {t(`report.${report.reason}`)}
                  {report.note && ` · ${report.note}`}
                  {' · '}
                  <When at={report.createdAt} />
                </Typography>
              </li>
            ))}
          </ul>
        </Block>
      )}
      {decided && (
        <Typography variant="pi" textColor="neutral600">
          {t('card.decided', { name: decided.by ?? t('history.nobody') })} <When at={decided.at} />
          {decided.reason && ` · ${decided.reason}`}
        </Typography>
      )}
    </>
  );
}
