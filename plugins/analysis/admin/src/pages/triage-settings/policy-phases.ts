import type { TriageText } from '../../lib/text';

type Rest<Prefix extends string, Key = TriageText> = Key extends `${Prefix}.${infer Name}`
  ? Name
  : never;

/** The checks of the triage, as the policy calls them. */
export type PhaseName = Rest<'phase'>;
/** A setting as `phase.setting`. */
export type SettingName = Rest<'setting'>;

/** How a setting is put in. A share lies between 0 and 1; words are lists by language. */
export type SettingForm =
  | { name: SettingName; kind: 'number' | 'share' | 'switch' | 'lines' | 'words' }
  | { name: SettingName; kind: 'choice'; choices: readonly Rest<'choice'>[] };

export interface PhaseForm {
  name: PhaseName;
  settings: readonly SettingForm[];
}

const all = (kind: 'number' | 'share' | 'lines' | 'words', ...names: SettingName[]) =>
  names.map((name): SettingForm => ({ name, kind }));

/**
 * The form of the policy, in the order in which the checks are asked. The test beside this file
 * holds it to the server's policy, of which nothing may get into the browser.
 */
export const PHASES: readonly PhaseForm[] = [
  { name: 'discussion', settings: [] },
  {
    name: 'banned',
    settings: all(
      'lines',
      'banned.blockedEmails',
      'banned.blockedDomains',
      'banned.blockedNetworks'
    ),
  },
  { name: 'honeypot', settings: [] },
  {
    name: 'timing',
    settings: [
      { name: 'timing.minSeconds', kind: 'number' },
      { name: 'timing.requireToken', kind: 'switch' },
    ],
  },
  {
    name: 'flood',
    settings: all('number', 'flood.windowMinutes', 'flood.perIdentity', 'flood.perNetwork'),
  },
  {
    name: 'duplicates',
    settings: [
      { name: 'duplicates.sameAuthor', kind: 'choice', choices: ['reject', 'spam'] },
      { name: 'duplicates.nearElsewhere', kind: 'number' },
    ],
  },
  {
    name: 'structure',
    settings: [
      ...all('number', 'structure.capsFrom'),
      ...all('share', 'structure.capsShare'),
      ...all('number', 'structure.maxRepeat', 'structure.maxInvisible', 'structure.maxEmoji'),
      ...all('number', 'structure.lettersFrom'),
      ...all('share', 'structure.minLetterShare'),
      ...all('number', 'structure.maxWordLength'),
    ],
  },
  {
    name: 'links',
    settings: [
      ...all('number', 'links.holdOver', 'links.spamOver'),
      ...all('lines', 'links.trustedDomains', 'links.shorteners'),
    ],
  },
  {
    name: 'blockedWords',
    settings: all('words', 'blockedWords.words', 'blockedWords.disguised'),
  },
  {
    name: 'solicitation',
    settings: [
      ...all('number', 'solicitation.holdFrom', 'solicitation.spamFrom'),
      ...all('number', 'solicitation.perCharacters'),
      ...all('words', 'solicitation.words'),
    ],
  },
  { name: 'holdWords', settings: all('words', 'holdWords.words') },
  { name: 'disposable', settings: all('lines', 'disposable.domains') },
  {
    name: 'language',
    settings: [
      { name: 'language.minCharacters', kind: 'number' },
      { name: 'language.alsoAllowed', kind: 'lines' },
    ],
  },
  { name: 'external', settings: [] },
  { name: 'trust', settings: all('number', 'trust.minApproved') },
];
