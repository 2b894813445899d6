import { isRecord } from '../../shared/is-record';

type Settings = Record<string, unknown>;

/** Settings that were renamed, by their paths; the old ones are read for one version more. */
const RENAMED: readonly (readonly [from: string, to: string])[] = [
  ['notices', 'notifications'],
  ['delivery.cache.keepSeconds', 'delivery.cache.ttlSeconds'],
  ['delivery.cache.keepSecondsAlone', 'delivery.cache.ttlSecondsAlone'],
];

/** The group that a setting is in, and its name there; null where the group is missing. */
function placeOf(settings: Settings, path: string): { group: Settings; name: string } | null {
  const names = path.split('.');
  const name = names.pop() ?? '';
  let group: unknown = settings;
  for (const each of names) group = isRecord(group) ? group[each] : undefined;
  return isRecord(group) ? { group, name } : null;
}

/** A setting that was given, over the defaults of its new name: a group is filled in by them. */
const over = (given: unknown, defaults: unknown): unknown =>
  isRecord(given) && isRecord(defaults)
    ? {
        ...defaults,
        ...Object.fromEntries(
          Object.entries(given).map(([name, value]) => [name, over(value, defaults[name])])
        ),
      }
    : given;

/**
 * Moves settings under their former names to the present ones, in place: Strapi has filled in the
 * defaults already, and keeps the object that it validates.
 * @returns a sentence for the log for each that was found
 */
export function renameFormerSettings(settings: unknown): string[] {
  if (!isRecord(settings)) return [];
  return RENAMED.flatMap(([from, to]) => {
    const former = placeOf(settings, from);
    const present = placeOf(settings, to);
    if (former === null || present === null || !(former.name in former.group)) return [];
    present.group[present.name] = over(former.group[former.name], present.group[present.name]);
    delete former.group[former.name];
    return [`Setting ${from} of the analysis plugin is called ${to} now`];
  });
}
