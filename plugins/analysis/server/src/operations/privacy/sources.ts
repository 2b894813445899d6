import type { PersonalParts } from '../../../../shared/contracts/privacy';
import type { PrivacyDeps } from './deps';

/** What a room stores of an e-mail address beside comments. */
export interface PersonalDataSource<Stored> {
  /** Everything, for the person; whatever the case of the address. */
  ofAddress(email: string): Promise<Stored[]>;
  /** Takes away what may go; returns how many are gone, and how many stay. */
  forgetAddress(email: string): Promise<{ erased: number; kept: number }>;
}

type Sources = { [Name in keyof PersonalParts]: PersonalDataSource<PersonalParts[Name][number]> };

/**
 * What is stored of an address beside comments, and by which room. A room that stores more adds its
 * name and form to `PersonalParts` in the contract, and itself here: export, erasure and the command
 * follow. The admin's page has a section and a sentence for each in `pages/personal-data`.
 */
const sourcesOf = ({ bans, subscriptions }: PrivacyDeps): Sources => ({
  bans,
  addresses: subscriptions,
});

/** Asks each source in turn: on SQLite they share one connection anyway. */
export async function askSources<T>(
  deps: PrivacyDeps,
  ask: (source: PersonalDataSource<unknown>) => Promise<T>
): Promise<Record<keyof PersonalParts, T>> {
  const answers: [string, T][] = [];
  for (const [name, source] of Object.entries(sourcesOf(deps))) {
    answers.push([name, await ask(source)]);
  }
  return Object.fromEntries(answers) as Record<keyof PersonalParts, T>;
}
