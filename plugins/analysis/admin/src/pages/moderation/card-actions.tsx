import { Button, Flex, MenuItem, SimpleMenu } from '@strapi/design-system';
import type { QueueCard } from '../../../../shared/contracts/moderation';
import { useDeskText } from '../../lib/text';
import { DecisionButtons } from './decision-buttons';
import { useDesk } from './desk-context';

/** What can be done with a comment, by those who may. */
export function CardActions({ card }: { card: QueueCard }) {
  const t = useDeskText();
  const { can, decide, dismissReports, openThread, openBan, narrow } = useDesk();
  const { author, article } = card;
  const network = can.personalData ? author.network : null;
  const phases = [...new Set(card.heldReasons.map(({ phase }) => phase))];
  return (
    <Flex gap={2} wrap="wrap">
      {can.moderate && (
        <DecisionButtons without={card.status} onDecide={(to) => decide([card], to)} />
      )}
      {can.moderate && card.reports.length > 0 && (
        <Button size="S" variant="success-light" onClick={() => dismissReports(card)}>
          {t('do.dismissReports')}
        </Button>
      )}
      <Button size="S" variant="ghost" onClick={() => openThread(card, false)}>
        {t('do.open')}
      </Button>
      {can.moderate && (
        <Button size="S" variant="ghost" onClick={() => openThread(card, true)}>
          {t('do.reply')}
        </Button>
      )}
      {can.ban && !author.moderator && (
        <Button size="S" variant="ghost" onClick={() => openBan(card)}>
          {t('do.ban')}
        </Button>
      )}
      <SimpleMenu label={t('do.narrow')} size="S" variant="ghost">
        <MenuItem onSelect={() => narrow({ article: article.documentId })}>
          {t('narrow.article')}
        </MenuItem>
        {author.name !== '' && (
          <MenuItem onSelect={() => narrow({ author: author.name })}>{t('narrow.author')}</MenuItem>
        )}
        {network !== null && (
          <MenuItem onSelect={() => narrow({ network })}>{t('narrow.network')}</MenuItem>
        )}
        {phases.map((reason) => (
          <MenuItem key={reason} onSelect={() => narrow({ reason })}>
            {t('narrow.reason', { reason })}
          </MenuItem>
        ))}
      </SimpleMenu>
    </Flex>
  );
}
