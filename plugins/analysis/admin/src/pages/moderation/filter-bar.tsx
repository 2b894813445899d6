import { Box, Button, Flex, Grid } from '@strapi/design-system';
import { Filter, Search } from '@strapi/icons';
import { useId, useState, type FormEvent, type RefObject } from 'react';
import { ChoiceField } from '../../components/choice-field';
import type { QueueFilter, QueueFilters } from '../../../../shared/contracts/moderation';
import { viewKey, type DeskView } from '../../lib/desk-view';
import { useDeskText } from '../../lib/text';
import { QUEUE_SORTS } from '../../../../shared/vocabulary';
import { FilterField } from './filter-field';

const DETAILS: readonly QueueFilter[] = [
  'author',
  'email',
  'network',
  'language',
  'from',
  'to',
  'article',
  'reason',
];
/** The server refuses these from those who see them masked. */
const PERSONAL: readonly QueueFilter[] = ['email', 'network'];

interface Props {
  view: DeskView;
  go: (change: Partial<DeskView>) => void;
  searchRef: RefObject<HTMLInputElement>;
  personalData: boolean;
}

/** Search, sort and the further filters. What is typed counts once it is sent. */
export function FilterBar(props: Props) {
  const { tab: _tab, ...rest } = props.view;
  // Another address, by a chip or the back button, brings its own values into the fields.
  return <FilterForm key={viewKey({ ...rest, tab: 'pending' })} {...props} />;
}

function FilterForm({ view, go, searchRef, personalData }: Props) {
  const t = useDeskText();
  const panel = useId();
  const [draft, setDraft] = useState<QueueFilters>(view.filters);
  const [open, setOpen] = useState(() => DETAILS.some((name) => view.filters[name]));
  const change = (name: QueueFilter) => (value: string) => setDraft({ ...draft, [name]: value });
  const shown = DETAILS.filter((name) => personalData || !PERSONAL.includes(name));

  const apply = (event: FormEvent) => {
    event.preventDefault();
    // The keys of the list work again.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    go({ filters: draft });
  };

  return (
    <Box tag="form" role="search" aria-label={t('filter.label')} onSubmit={apply}>
      <Flex gap={2} alignItems="flex-end" wrap="wrap">
        <Box grow={1} basis="20rem">
          <FilterField name="q" value={draft.q ?? ''} onChange={change('q')} inputRef={searchRef} />
        </Box>
        <Box basis="18rem">
          <ChoiceField
            name="sort"
            label={t('sort.label')}
            value={view.sort}
            options={QUEUE_SORTS}
            textOf={(sort) => t(`sort.${sort}`)}
            onChange={(sort) => go({ sort, filters: draft })}
          />
        </Box>
        <Button
          variant="tertiary"
          size="L"
          startIcon={<Filter />}
          aria-expanded={open}
          aria-controls={panel}
          onClick={() => setOpen(!open)}
        >
          {t('filter.more')}
        </Button>
        <Button type="submit" variant="secondary" size="L" startIcon={<Search />}>
          {t('filter.apply')}
        </Button>
      </Flex>
      <Box id={panel} hidden={!open} paddingTop={3}>
        <Grid.Root gap={3}>
          {shown.map((name) => (
            <Grid.Item key={name} col={3} s={6} xs={12} direction="column" alignItems="stretch">
              <FilterField name={name} value={draft[name] ?? ''} onChange={change(name)} />
            </Grid.Item>
          ))}
        </Grid.Root>
      </Box>
    </Box>
  );
}
