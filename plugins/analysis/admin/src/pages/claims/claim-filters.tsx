import { Box, Button, Field, Flex, Tag, TextInput } from '@strapi/design-system';
import { Cross, Search } from '@strapi/icons';
import { useState, type FormEvent, type KeyboardEvent, type RefObject } from 'react';
import { ChoiceField } from '../../components/choice-field';
import { QUEUE_SORTS } from '../../../../shared/vocabulary';
import type { ClaimsView } from '../../lib/claims-view';
import { useClaimText, useDeskText } from '../../lib/text';

interface Props {
  view: ClaimsView;
  go: (change: Partial<ClaimsView>) => void;
  searchRef: RefObject<HTMLInputElement>;
}

/** Search and sort. What is typed counts once it is sent. */
export function ClaimFilters(props: Props) {
  // Another address, by the chip or the back button, brings its own value into the field.
  return <FilterForm key={props.view.filters.q ?? ''} {...props} />;
}

function FilterForm({ view, go, searchRef }: Props) {
  const t = useClaimText();
  const desk = useDeskText();
  const { article, q = '' } = view.filters;
  const [draft, setDraft] = useState(q);
  const filters = { ...view.filters, q: draft };

  const apply = (event: FormEvent) => {
    event.preventDefault();
    // The keys of the list work again.
    searchRef.current?.blur();
    go({ filters });
  };
  const leave = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Escape') event.currentTarget.blur();
  };

  return (
    <Box tag="form" role="search" aria-label={t('filter.label')} onSubmit={apply}>
      <Flex gap={2} alignItems="flex-end" wrap="wrap">
        <Box grow={1} basis="20rem">
          <Field.Root name="q">
            <Field.Label>{t('filter.q')}</Field.Label>
            <TextInput
              ref={searchRef}
              type="search"
              value={draft}
              maxLength={200}
              onChange={(event) => setDraft(event.currentTarget.value)}
              onKeyDown={leave}
            />
          </Field.Root>
        </Box>
        <Box basis="18rem">
          <ChoiceField
            name="sort"
            label={desk('sort.label')}
            value={view.sort}
            options={QUEUE_SORTS}
            textOf={(sort) => desk(`sort.${sort}`)}
            onChange={(sort) => go({ sort, filters })}
          />
        </Box>
        <Button type="submit" variant="secondary" size="L" startIcon={<Search />}>
          {desk('filter.apply')}
        </Button>
      </Flex>
      {article && (
        <Box paddingTop={3}>
          <Tag
            icon={<Cross aria-hidden />}
            label={desk('filter.drop', { filter: desk('filter.article') })}
            onClick={() => go({ filters: { q: draft } })}
          >
            {`${desk('filter.article')}: ${article}`}
          </Tag>
        </Box>
      )}
    </Box>
  );
}
