import { Box, Typography } from '@strapi/design-system';
import type { Mark } from '../../lib/queue-model';
import { useDeskText } from '../../lib/text';

/** Says why a card that was decided on is back. */
export function CardMark({ mark }: { mark: Mark }) {
  const t = useDeskText();
  const changed = mark.kind === 'changed';
  return (
    <Box padding={2} hasRadius background={changed ? 'warning100' : 'danger100'}>
      <Typography variant="pi" fontWeight="bold" textColor={changed ? 'warning700' : 'danger700'}>
        {changed ? t('card.changed') : t('card.failed', { message: mark.message })}
      </Typography>
    </Box>
  );
}
