import { Field, SingleSelect, SingleSelectOption, TextInput } from '@strapi/design-system';
import { LIMITS } from '../../../shared/limits';
import { useDeskText } from '../lib/text';

/** For how long and why; `days` null is for good. */
export interface BanTermsDraft {
  days: number | null;
  reason: string;
}

const DAYS = [1, 7, 30] as const;
/** The design system's select takes no null. */
const FOR_GOOD = 0;

interface Props {
  draft: BanTermsDraft;
  onChange: (change: Partial<BanTermsDraft>) => void;
}

/** The fields that every ban has. */
export function BanTerms({ draft, onChange }: Props) {
  const t = useDeskText();
  return (
    <>
      <Field.Root name="days">
        <Field.Label>{t('ban.days')}</Field.Label>
        <SingleSelect
          value={draft.days ?? FOR_GOOD}
          onChange={(days) => onChange({ days: Number(days) || null })}
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
          onChange={(event) => onChange({ reason: event.currentTarget.value })}
        />
      </Field.Root>
    </>
  );
}
