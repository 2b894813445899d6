import type { Core } from '@strapi/strapi';
import { fault, pathOf } from '../../../../shared/faults';
import { once } from '../../../../shared/once';
import { createTtlValue } from '../../platform/cache/ttl-value';
import { onCommit } from '../../platform/database/after-commit';
import { refusalOf } from '../../platform/errors';
import { defaultPolicy, triagePolicySchema, type TriagePolicy } from './policy';

const POLICY = { type: 'plugin', name: 'analysis', key: 'triage-policy' };
/** The policy is read again after so long, as another instance may have changed it. */
const TTL_MS = 1_000;

/** In force where nothing is stored, or triage is off: nothing is asked then, and nothing counted. */
export const defaults = once(defaultPolicy);

/** Reads a policy. @throws ValidationError that names each field at fault */
export function decodePolicy(data: unknown): TriagePolicy {
  const parsed = triagePolicySchema.safeParse(data);
  if (!parsed.success) {
    throw refusalOf(
      parsed.error.issues.map(({ path, message }) => fault(pathOf(path), 'invalid_choice', message))
    );
  }
  return parsed.data;
}

/** The policy in force, in Strapi's core store. */
export function createPolicyStore(strapi: Core.Strapi) {
  let last: { text: string; policy: TriagePolicy } | null = null;

  /** The same object while nothing changes, because compiled word lists are cached by it. */
  const load = async (): Promise<TriagePolicy> => {
    const stored = (await strapi.store(POLICY).get({})) ?? {};
    const text = JSON.stringify(stored);
    if (text !== last?.text) {
      const parsed = triagePolicySchema.safeParse(stored);
      // One that an older version stored and this one cannot read falls back to the defaults.
      last = { text, policy: parsed.success ? parsed.data : defaults() };
    }
    return last.policy;
  };

  const cached = createTtlValue(load, TTL_MS);

  return {
    load,

    /**
     * At most a second old. Within a transaction it is read there: it may have changed it, and
     * must not wait for others.
     */
    inForce: (): Promise<TriagePolicy> => (strapi.db.inTransaction() ? load() : cached.get()),

    /** @param data as `triagePolicySchema` */
    async save(data: unknown): Promise<TriagePolicy> {
      const policy = decodePolicy(data);
      await strapi.store(POLICY).set({ value: policy });
      await onCommit(strapi, () => cached.drop());
      return policy;
    },
  };
}

export type PolicyStore = ReturnType<typeof createPolicyStore>;
