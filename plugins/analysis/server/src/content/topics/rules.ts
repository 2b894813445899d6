import { fault, faultsFromZod, type Fault } from '../../../../shared/faults';
import { line } from '../../../../shared/fields';
import { LIMITS } from '../../../../shared/limits';
import { sha256 } from '../../platform/security/hash';
import { earlierSlugFromTitle, isSlug, slugFromTitle } from '../../platform/text/slug/slug';

/** A name with nothing to transliterate gives a short hash: the same name, the same topic. */
const slugOf = (name: string): string =>
  slugFromTitle(name, null) || `topic-${sha256(name).slice(0, 8)}`;

/** The slug that an earlier version gave a topic of this name, under which it is still found. */
export const earlierSlugOf = (name: string): string =>
  earlierSlugFromTitle(name, null) || slugOf(name);

/**
 * Checks a topic's name and slug and fills in the slug from the name.
 * @param data the topic as it will be, whole
 * @returns the clean values, and a fault for each field that is ill-formed
 */
export function cleanTopic(data: { name?: unknown; slug?: unknown }): {
  values: { name: string; slug: string };
  faults: Fault[];
} {
  const name = line(LIMITS.topicName).safeParse(data.name ?? '');
  const faults = name.success ? [] : faultsFromZod(name.error, ['name']);
  const given = typeof data.slug === 'string' ? data.slug.trim() : '';
  const slug = given || (name.success ? slugOf(name.data) : '');
  if (name.success && !isSlug(slug)) {
    faults.push(
      fault('slug', 'invalid_slug', 'must be lower-case letters, digits and single hyphens')
    );
  }
  return { values: { name: name.success ? name.data : '', slug }, faults };
}
