import { Button, Checkbox, Flex, Loader, Typography } from '@strapi/design-system';
import { useDeskText } from '../../lib/text';
import { DecisionButtons } from './decision-buttons';
import type { Queue } from './use-queue';
import type { Selection } from './use-selection';

interface Props {
  queue: Queue;
  selection: Selection;
  /** How many are done of a decision on all that match; null when there is none. */
  progress: number | null;
}

/** Ticks the page, and decides on what is ticked. */
export function BulkBar({ queue, selection, progress }: Props) {
  const t = useDeskText();
  const { count, total, whole, everything } = selection;
  const { state, visible } = queue;
  if (progress !== null) {
    return (
      <Flex gap={3} padding={3} aria-live="polite">
        <Loader small>{t('loading')}</Loader>
        <Typography>{t('bulk.progress', { done: progress, count: total })}</Typography>
      </Flex>
    );
  }
  if (visible.length === 0) return null;
  const further = whole && !everything && total > count;
  return (
    <Flex
      role="group"
      aria-label={t('bulk.label')}
      gap={3}
      wrap="wrap"
      paddingBottom={3}
      minHeight="4.4rem"
    >
      <Checkbox
        checked={whole ? true : count > 0 ? 'indeterminate' : false}
        onCheckedChange={selection.togglePage}
      >
        {count === 0
          ? t('bulk.page')
          : everything
            ? t('bulk.everything', { count })
            : t('bulk.selected', { count })}
      </Checkbox>
      {count > 0 && (
        <>
          {further && (
            <Button variant="ghost" size="S" onClick={selection.selectEverything}>
              {t('bulk.selectEverything', { count: total })}
            </Button>
          )}
          <DecisionButtons
            without={state.tab === 'reported' ? null : state.tab}
            onDecide={selection.decide}
          />
          <Button variant="ghost" size="S" onClick={selection.clear}>
            {t('bulk.clear')}
          </Button>
        </>
      )}
    </Flex>
  );
}
