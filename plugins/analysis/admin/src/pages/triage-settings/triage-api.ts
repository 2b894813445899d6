import { getFetchClient, useFetchClient } from '@strapi/strapi/admin';
import { useCallback } from 'react';
import type { Envelope } from '../../../../shared/contracts/common';
import type { PolicyMeta, ReplayResponse, ReplayView } from '../../../../shared/contracts/triage';
import { cleanPolicy, type Policy } from './policy-form';

const POLICY = '/analysis/triage/policy';

/** Reads the policy in force and what is configured beside it; the request ends with the component that asks. */
export function usePolicyRead(): () => Promise<Envelope<Policy, PolicyMeta>> {
  const { get } = useFetchClient();
  return useCallback(async () => (await get<Envelope<Policy, PolicyMeta>>(POLICY)).data, [get]);
}

/** Puts a policy in force and returns it as the server keeps it. Leaving the page does not stop it. */
export async function savePolicy(policy: Policy): Promise<Policy> {
  const { put } = getFetchClient();
  return (await put<Envelope<Policy>>(POLICY, { data: cleanPolicy(policy) })).data.data;
}

/** What a policy would make of decisions that people took. */
export async function replayPolicy(policy: Policy): Promise<ReplayView> {
  const { post } = getFetchClient();
  const path = '/analysis/triage/replay';
  return (await post<ReplayResponse>(path, { data: cleanPolicy(policy) })).data.data;
}
