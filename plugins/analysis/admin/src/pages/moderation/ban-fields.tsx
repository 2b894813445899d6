import { Checkbox, Flex } from '@strapi/design-system';
import { ChoiceField } from '../../components/choice-field';
import type { AuthorCard, BanKind } from '../../../../shared/contracts/moderation';
import { useDeskText } from '../../lib/text';
import { BAN_KINDS } from '../../../../shared/vocabulary';
import { BanTerms, type BanTermsDraft } from '../../components/ban-terms';

/** What is filled in. */
export interface BanDraft extends BanTermsDraft {
  kind: BanKind;
  sweep: boolean;
}

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
      <ChoiceField
        name="kind"
        label={t('ban.kind')}
        value={draft.kind}
        options={BAN_KINDS.filter((kind) => isKnown(kind, author))}
        textOf={(kind) => t(`ban.kind.${kind}`)}
        onChange={(kind) => onChange({ ...draft, kind })}
      />
      <BanTerms draft={draft} onChange={(change) => onChange({ ...draft, ...change })} />
      <Checkbox
        checked={draft.sweep}
        onCheckedChange={(sweep) => onChange({ ...draft, sweep: sweep === true })}
      >
        {t('ban.sweep')}
      </Checkbox>
    </Flex>
  );
}
