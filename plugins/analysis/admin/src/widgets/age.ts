/** The units in which an age is said, with their seconds, the largest first. */
const UNITS = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['week', 604_800],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
] as const;

/** How long ago something was, as `formatRelativeTime` takes it. */
export interface Age {
  value: number;
  unit: (typeof UNITS)[number][0];
}

/** The age of a moment in whole units; a clock that runs behind does not put it in the future. */
export function ageOf(at: string, now: number): Age {
  const seconds = Math.max(0, (now - Date.parse(at)) / 1_000);
  const [unit, size] = UNITS.find(([, each]) => seconds >= each) ?? ['minute', 60];
  return { value: 0 - Math.floor(seconds / size), unit };
}
