import { Flex, TextButton, Typography } from '@strapi/design-system';
import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { sameLanguage } from '../../../../shared/detection';
import { useLanguageText } from '../../lib/text';
import { languageName } from './options';
import { useDetectedLanguage } from './use-detected';

interface LanguageNoteProps {
  value: string | null;
  /** The text that is to be in this language. */
  text: string;
  disabled: boolean;
  /** Whether the server's fault says of the value what there is to say. */
  isRefused: boolean;
  onChange: (tag: string) => void;
}

/**
 * What there is to say of a language beside its text: the one that the text is written in, when
 * none is chosen or another one, and that what was typed names no language.
 */
export function LanguageNote(props: LanguageNoteProps): ReactNode {
  const { value, text, disabled, isRefused, onChange } = props;
  const t = useLanguageText();
  const { locale } = useIntl();
  const detected = useDetectedLanguage(text);
  const name = detected === null ? null : languageName(detected, locale);
  const isKnown = value !== null && languageName(value, locale) !== null;
  const differs = detected !== null && !(isKnown && sameLanguage(value, detected));

  return (
    <Flex role="status" direction="column" alignItems="flex-start" gap={1}>
      {value !== null && !isKnown && !isRefused && (
        <Typography variant="pi" textColor="warning700">
          {t('unknown', { value })}
        </Typography>
      )}
      {differs && name !== null && (
        <Flex gap={2} wrap="wrap">
          <Typography variant="pi" textColor={isKnown ? 'warning700' : 'neutral600'}>
            {t('detected', { language: name })}
          </Typography>
          {!disabled && (
            <TextButton onClick={() => onChange(detected)}>
              {t('use', { language: name })}
            </TextButton>
          )}
        </Flex>
      )}
    </Flex>
  );
}
