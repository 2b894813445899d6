import {
  Box,
  Button,
  Field,
  Flex,
  TextButton,
  Typography,
  useNotifyAT,
} from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { useEffect, useRef, type ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { LIMITS } from '../../../../shared/limits';
import { useSummariesText } from '../../lib/text';
import type { FieldInputProps } from '../input-props';
import { summaryOf } from './list';
import { SummaryBlock, summaryTitle } from './summary-block';
import { useSummaries, type Removed } from './use-summaries';

const LIMIT = LIMITS.summariesPerArticle;
const UNDO = '[data-undo]';
/** A disabled button of the design system keeps the focus. */
const ACTIVE = ':not([aria-disabled="true"])';

/** An article's summaries, one in each language: added, written, put in order and removed. */
export default function SummariesInput(props: FieldInputProps): ReactNode {
  const { name, label, labelAction, hint, required = false, disabled = false, error } = props;
  const t = useSummariesText();
  const { locale } = useIntl();
  const { notifyStatus } = useNotifyAT();
  const form = useSummaries(name, props.value, props.onChange);
  const { summaries, keys, removed } = form;
  const box = useRef<HTMLDivElement>(null);
  const toFocus = useRef<string[]>([]);
  const order = keys.join();
  useEffect(() => {
    const [found] = toFocus.current
      .map((selector) => box.current?.querySelector<HTMLElement>(selector))
      .filter((element) => element != null);
    toFocus.current = [];
    found?.focus();
  }, [order]);

  const titleOf = (at: number): string => summaryTitle(t, locale, at, summaryOf(summaries[at]));
  const add = (): void => {
    form.add();
    toFocus.current = [`[data-summary]:last-child input`];
    notifyStatus(t('added', { number: summaries.length + 1 }));
  };
  const remove = (at: number): void => {
    form.remove(at);
    toFocus.current = [UNDO];
    notifyStatus(t('removed', { title: titleOf(at) }));
  };
  const restore = ({ at, entry }: Removed): void => {
    form.restore();
    toFocus.current = [`[data-summary]:nth-child(${at + 1}) textarea`];
    notifyStatus(t('restored', { title: summaryTitle(t, locale, at, summaryOf(entry)) }));
  };
  const move = (at: number, to: number): void => {
    const block = `[data-summary="${keys[at]}"]`;
    const way = to < at ? 'up' : 'down';
    // At either end the button that was pressed is disabled; the other one takes the focus.
    toFocus.current = [`${block} [data-to="${way}"]${ACTIVE}`, `${block} [data-to]${ACTIVE}`];
    notifyStatus(t('moved', { title: titleOf(at), number: to + 1, count: summaries.length }));
    form.move(at, to);
  };

  const undo = removed !== null && !disabled && (
    <Flex
      key="removed"
      tag="li"
      justifyContent="space-between"
      gap={2}
      background="neutral100"
      hasRadius
      padding={3}
    >
      <Typography textColor="neutral700">
        {t('removed', { title: summaryTitle(t, locale, removed.at, summaryOf(removed.entry)) })}
      </Typography>
      <TextButton data-undo onClick={() => restore(removed)}>
        {t('undo')}
      </TextButton>
    </Flex>
  );
  const items: ReactNode[] = summaries.map((summary, at) => (
    <SummaryBlock
      key={keys[at]}
      id={keys[at] ?? ''}
      path={`${name}.${at}`}
      at={at}
      count={summaries.length}
      summary={summary}
      disabled={disabled}
      onEdit={(part) => form.edit(at, part)}
      onRemove={() => remove(at)}
      onMove={(to) => move(at, to)}
    />
  ));
  if (undo) items.splice(removed.at, 0, undo);
  const isFull = summaries.length >= LIMIT;

  return (
    <Field.Root
      ref={box}
      name={name}
      id={name}
      required={required}
      hint={hint}
      role="group"
      aria-labelledby={`${name}-label`}
      {...(error === undefined ? {} : { error })}
    >
      <Flex justifyContent="space-between" gap={2}>
        <Typography id={`${name}-label`} variant="pi" fontWeight="bold" textColor="neutral800">
          {label}
          {labelAction}
        </Typography>
        {summaries.length > 0 && (
          <Typography variant="pi" textColor="neutral600">
            {t('ofLimit', { count: summaries.length, limit: LIMIT })}
          </Typography>
        )}
      </Flex>
      <Field.Hint />
      <Field.Error />
      {items.length > 0 && (
        <Flex tag="ol" direction="column" alignItems="stretch" gap={3}>
          {items}
        </Flex>
      )}
      {summaries.length === 0 && !removed && (
        <Box hasRadius background="neutral100" padding={4}>
          <Typography textColor="neutral600">{t('empty')}</Typography>
        </Box>
      )}
      {!disabled && (
        <Flex gap={3} wrap="wrap" paddingTop={1}>
          <Button
            type="button"
            variant="secondary"
            startIcon={<Plus />}
            disabled={isFull}
            onClick={add}
          >
            {t('add')}
          </Button>
          {isFull && (
            <Typography variant="pi" textColor="neutral600">
              {t('full', { limit: LIMIT })}
            </Typography>
          )}
        </Flex>
      )}
    </Field.Root>
  );
}
