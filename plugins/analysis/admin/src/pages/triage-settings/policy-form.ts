import { isRecord, type SentFault } from '../../lib/refusals';
import type { PhaseName } from './policy-phases';

/** Lists by language; `*` is for every language. */
export type Listed = Record<string, string[]>;
/** What a setting may be while it is edited; a number that was emptied is null. */
export type Setting = boolean | number | string | null | string[] | Listed;
/**
 * The triage policy as a form sees it. The server's schema is not imported, which would bring zod
 * into the browser; the server has the last word on each value.
 */
export type Policy = Record<PhaseName, Record<string, Setting>>;
export type Path = readonly string[];

/** What the word lists offer to fill in, whether or not there are words yet. */
const OFFERED = ['*', 'en', 'fr'];
/** As the server takes them. */
const LANGUAGE = /^[a-z]{2,3}$/;
/** A list of two thousand wrong lines would make a message that nobody reads. */
const MAX_MESSAGES = 5;

/** The setting at a path, or null where there is none. */
export function settingAt(policy: Policy, path: Path): Setting {
  const found = path.reduce<unknown>(
    (value, key) => (isRecord(value) && Object.hasOwn(value, key) ? value[key] : null),
    policy
  );
  // The paths that a form asks for lead to settings.
  return (found ?? null) as Setting;
}

/** The lists by language at a path. */
export function listedAt(policy: Policy, path: Path): Listed {
  const value = settingAt(policy, path);
  return isRecord(value) ? value : {};
}

/** A copy in which the setting at a path is another; what is not on the way stays the same. */
export function withSetting<T extends object>(whole: T, path: Path, value: Setting): T {
  const [key, ...rest] = path;
  if (key === undefined) return whole;
  const inner: unknown = Reflect.get(whole, key);
  const next = rest.length === 0 ? value : withSetting(isRecord(inner) ? inner : {}, rest, value);
  return { ...whole, [key]: next };
}

/** A field's lines. Blank ones stay while somebody types; `cleanPolicy` drops them. */
export const linesOf = (text: string): string[] => text.split('\n');

/** The lines of a list. */
export const textOf = (setting: Setting): string =>
  Array.isArray(setting) ? setting.join('\n') : '';

/** Entries as they are sent: trimmed, each once, without blank ones. */
export const cleanList = (lines: string[]): string[] => [
  ...new Set(lines.map((line) => line.trim()).filter((line) => line !== '')),
];

function cleanSetting(setting: Setting): Setting {
  if (Array.isArray(setting)) return cleanList(setting);
  if (!isRecord(setting)) return setting;
  const lists = Object.entries(setting)
    .map(([language, lines]) => [language, cleanList(lines)] as const)
    .filter(([, lines]) => lines.length > 0)
    .sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(lists);
}

/** The policy as it is sent. Languages are in one order, so that equal policies are equal texts. */
export function cleanPolicy(policy: Policy): Policy {
  const phases = Object.entries(policy).map(([phase, settings]) => [
    phase,
    Object.fromEntries(
      Object.entries(settings).map(([name, setting]) => [name, cleanSetting(setting)])
    ),
  ]);
  // Each phase of the policy is in it, under its own name.
  return Object.fromEntries(phases) as Policy;
}

/** Whether two policies are the same once they are cleaned. */
export const samePolicy = (one: Policy, other: Policy): boolean =>
  JSON.stringify(cleanPolicy(one)) === JSON.stringify(cleanPolicy(other));

/** The languages that lists have or are offered for: first every language, then by their codes. */
export const languagesOf = (listed: Listed): string[] =>
  [...new Set([...OFFERED, ...Object.keys(listed)])].sort((one, other) => (one < other ? -1 : 1));

/** The code of a language as it is stored, or null for what is none. */
export function languageCode(typed: string): string | null {
  const code = typed.trim().toLowerCase();
  return LANGUAGE.test(code) ? code : null;
}

const isUnder = (fault: SentFault, path: Path): boolean =>
  path.every((key, at) => fault.path[at] === key);

/** What is wrong with a field, naming the entries of a list that are meant; else undefined. */
export function faultText(faults: SentFault[], path: Path, setting: Setting): string | undefined {
  const entries = Array.isArray(setting) ? cleanList(setting) : [];
  const messages = faults
    .filter((fault) => isUnder(fault, path))
    .slice(0, MAX_MESSAGES)
    .map(({ path: at, message }) => {
      const entry = entries[Number(at[path.length])];
      return entry === undefined ? message : `“${entry}”: ${message}`;
    });
  return messages.length > 0 ? messages.join(' · ') : undefined;
}

/** The faults that are left once the field at a path has been changed. */
export const withoutFaults = (faults: SentFault[], path: Path): SentFault[] =>
  faults.filter((fault) => !isUnder(fault, path));
