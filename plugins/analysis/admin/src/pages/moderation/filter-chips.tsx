import { Button, Flex, Tag } from '@strapi/design-system';
import { Cross } from '@strapi/icons';
import type { QueueFilters } from '../../../../shared/contracts/moderation';
import { withoutFilter } from '../../lib/desk-view';
import { useDeskText } from '../../lib/text';
import { QUEUE_FILTERS } from '../../../../shared/vocabulary';

interface Props {
  filters: QueueFilters;
  onChange: (filters: QueueFilters) => void;
}

/** The filters that are set, each with a way to drop it. */
export function FilterChips({ filters, onChange }: Props) {
  const t = useDeskText();
  const set = QUEUE_FILTERS.filter((name) => filters[name]);
  if (set.length === 0) return null;
  return (
    <Flex gap={2} wrap="wrap" paddingTop={3} role="group" aria-label={t('filter.set')}>
      {set.map((name) => {
        const text = `${t(`filter.${name}`)}: ${filters[name] ?? ''}`;
        return (
          <Tag
            key={name}
            icon={<Cross aria-hidden />}
            label={t('filter.drop', { filter: text })}
            onClick={() => onChange(withoutFilter(filters, name))}
          >
            {text}
          </Tag>
        );
      })}
      <Button variant="ghost" size="S" onClick={() => onChange({})}>
        {t('filter.clear')}
      </Button>
    </Flex>
  );
}
