import { Combobox, ComboboxOption, Typography } from '@strapi/design-system';
import { Fragment, useEffect, useMemo, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { useLanguageText } from '../../lib/text';
import {
  languageLabel,
  languageOptions,
  resolveLanguage,
  searchLanguages,
  type LanguageOption,
} from './options';

interface LanguageBoxProps {
  value: string | null;
  disabled: boolean;
  onChange: (tag: string | null) => void;
}

/**
 * A language, chosen by its name or typed; any BCP 47 tag may be typed. Stands in a `Field.Root`,
 * which brings name, label and error.
 */
export function LanguageBox({ value, disabled, onChange }: LanguageBoxProps): ReactNode {
  const t = useLanguageText();
  const { locale } = useIntl();
  const label = value === null ? '' : (languageLabel(value, locale) ?? value);
  const [text, setText] = useState(label);
  const [open, setOpen] = useState(false);
  useEffect(() => setText(label), [label]);
  const options = useMemo(() => (open ? languageOptions(locale) : []), [open, locale]);

  // All of them are only drawn while the list is open: a form has up to eleven such lists.
  const chosen: LanguageOption[] = value === null ? [] : [{ tag: value, name: label }];
  const shown = !open ? chosen : text === label ? options : searchLanguages(options, text, locale);

  const leave = (typed: string | undefined): void => {
    const isOffered = shown.some(({ tag }) => tag === typed);
    const next = isOffered
      ? (typed ?? null)
      : resolveLanguage(languageOptions(locale), typed ?? '', locale);
    if (next !== value) onChange(next);
    else setText(label);
  };

  const pick = ({ tag, name }: LanguageOption): void => {
    setText(name);
    setOpen(false);
    if (tag !== value) onChange(tag);
  };
  /** The list's own Enter only takes what the arrow keys went to. */
  const takeFirst = (event: KeyboardEvent<HTMLInputElement>): void => {
    const [first] = shown;
    const isTyped = open && text !== '' && text !== label;
    if (event.key !== 'Enter' || !isTyped || first === undefined) return;
    if (event.currentTarget.getAttribute('aria-activedescendant')) return;
    event.preventDefault();
    pick(first);
  };

  return (
    <Combobox
      autocomplete="none"
      aria-autocomplete="list"
      autoComplete="off"
      onKeyDown={takeFirst}
      allowCustomValue
      disabled={disabled}
      placeholder={t('placeholder')}
      clearLabel={t('clear')}
      noOptionsMessage={() => t('none')}
      value={value ?? ''}
      textValue={text}
      onTextValueChange={(typed?: string) => setText(typed ?? '')}
      open={open}
      onOpenChange={setOpen}
      onChange={leave}
      {...(disabled ? {} : { onClear: () => onChange(null) })}
    >
      {/* One child: of more than a hundred, the list would draw only those in sight, and the
          arrow keys go no further than what is drawn. */}
      <Fragment>
        {shown.map(({ tag, name }) => (
          <ComboboxOption key={tag} value={tag} textValue={name}>
            {name}
            <Typography textColor="neutral500" variant="pi" aria-hidden>{` ${tag}`}</Typography>
          </ComboboxOption>
        ))}
      </Fragment>
    </Combobox>
  );
}
