import { fault, type Fault } from '../../../../shared/faults';

/** Faults of a filter that must be a short text; none when it is not set. */
export function textFaults(name: string, value: unknown, max: number): Fault[] {
  if (value === undefined) return [];
  const fits = typeof value === 'string' && value.length <= max && !value.includes('\0');
  const message = `${name} must be a text of at most ${max} characters`;
  return fits ? [] : [fault(name, 'wrong_type', message)];
}

/** Of some filters those that are set, trimmed. */
export const pickTexts = <Name extends string>(
  query: Record<string, unknown>,
  names: readonly Name[]
): Partial<Record<Name, string>> =>
  Object.fromEntries(
    names.flatMap((name) => {
      const value = query[name];
      return typeof value === 'string' && value.trim() !== '' ? [[name, value.trim()]] : [];
    })
  ) as Partial<Record<Name, string>>;
