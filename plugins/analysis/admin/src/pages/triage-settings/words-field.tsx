import { Flex } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { faultText, languagesOf, listedAt, type Path } from './policy-form';
import { useTriageText } from '../../lib/text';
import { AddLanguage } from './add-language';
import { LinesField } from './lines-field';
import type { PolicyDraft, PolicyState } from './use-policy';

interface Props {
  label: string;
  path: Path;
  state: PolicyDraft;
  change: PolicyState['change'];
}

/** Lists of words, one for every language and one for each language that has its own. */
export function WordsField({ label, path, state, change }: Props) {
  const t = useTriageText();
  const intl = useIntl();
  const listed = listedAt(state.draft, path);
  const nameOf = (code: string) =>
    code === '*'
      ? t('words.every')
      : (intl.formatDisplayName(code, { type: 'language', fallback: 'code' }) ?? code);
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      {languagesOf(listed).map((code) => {
        const at = [...path, code];
        const lines = listed[code] ?? [];
        return (
          <LinesField
            key={code}
            name={at.join('.')}
            label={t('words.label', { list: label, language: nameOf(code) })}
            hint={t('words.lines')}
            error={faultText(state.faults, at, lines)}
            setting={lines}
            onChange={(next) => change(at, next)}
          />
        );
      })}
      <AddLanguage
        name={path.join('.')}
        onAdd={(code) => change([...path, code], listed[code] ?? [])}
      />
    </Flex>
  );
}
