/**
 * The warning for internals of other packages that are not as the plugin's short cuts expect. Each
 * short cut has a function that returns what it misses, and does its work the ordinary way then.
 * @param missing what each short cut misses, as a person who maintains them would look for it
 * @returns null when nothing is missing
 */
export const internalsWarning = (missing: readonly string[]): string | null =>
  missing.length === 0
    ? null
    : `Analysis is slower than it could be, as these are not as in the versions that it was tested with: ${missing.join('; ')}`;
