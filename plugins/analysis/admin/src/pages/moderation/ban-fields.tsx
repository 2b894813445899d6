import {
  Checkbox,
  Field,
  Flex,
  SingleSelect,
  SingleSelectOption,
  TextInput,
} from '@strapi/design-system';
import type { AuthorCard, BanKind } from '../../../../shared/contracts/moderation';
import { LIMITS } from '../../../../shared/limits';
import { useDeskText } from '../../lib/text';
import { BAN_KINDS } from '../../../../shared/vocabulary';

/** What is filled in; `days` null is for good. */
export interface BanDraft {
  kind: BanKind;
  days: number | null;
  reason: string;
  sweep: boolean;
}

const DAYS = [1, 7, 30] as const;
/** The design system's select takes no null. */
const FOR_GOOD = 0;

const isKnown = (kind: BanKind, author: AuthorCard): boolean => {
  if (kind === 'author') return true;
  return (kind === 'network' ? author.network : author.email) !== null;
};

interface Props {
  author: AuthorCard;
  draft: BanDraft;
  onChange: (draft: BanDraft) => void;
}

/** The fields of a ban; only kinds about which the comment says something. */
export function BanFields({ author, draft, onChange }: Props) {
  const t = useDeskText();
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Field.Root name="kind">
        <Field.Label>{t('ban.kind')}</Field.Label>
        <SingleSelect
          value={draft.kind}
          onChange={(kind) => onChange({ ...draft, kind: kind as BanKind })}
        >
          {BAN_KINDS.filter((kind) => isKnown(kind, author)).map((kind) => (
            <SingleSelectOption key={kind} value={kind}>
              {t(`ban.kind.${kind}`)}
            </SingleSelectOption>
          ))}
        </SingleSelect>
      </Field.Root>
      <Field.Root name="days">
        <Field.Label>{t('ban.days')}</Field.Label>
        <SingleSelect
          value={draft.days ?? FOR_GOOD}
          onChange={(days) => onChange({ ...draft, days: Number(days) || null })}
        >
          {DAYS.map((count) => (
            <SingleSelectOption key={count} value={count}>
              {t('ban.days.some', { count })}
            </SingleSelectOption>
          ))}
          <SingleSelectOption value={FOR_GOOD}>{t('ban.days.forGood')}</SingleSelectOption>
        </SingleSelect>
      </Field.Root>
      <Field.Root name="reason">
        <Field.Label>{t('ban.reason')}</Field.Label>
        <TextInput
          value={draft.reason}
          maxLength={LIMITS.moderationReason.max}
          onChange={(event) => onChange({ ...draft, reason: event.currentTarget.value })}
        />
      </Field.Root>
      <Checkbox
        checked={draft.sweep}
        onCheckedChange={(sweep) => onChange({ ...draft, sweep: sweep === true })}
      >
        {t('ban.sweep')}
      </Checkbox>
    </Flex>
  );
}
