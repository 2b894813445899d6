import { getFetchClient, useFetchClient } from '@strapi/strapi/admin';
import { useCallback } from 'react';
import type {
  BanRestoreResponse,
  BansResponse,
  BanView,
} from '../../../../shared/contracts/moderation';

const BANS = '/analysis/moderation/bans';
const one = (id: string) => `${BANS}/${encodeURIComponent(id)}`;

/** Reads a page of the bans in force; the request ends with the component that asks. */
export function useBansRead(): (cursor: string | null) => Promise<BansResponse> {
  const { get } = useFetchClient();
  return useCallback(
    async (cursor) => {
      const query = cursor === null ? '' : `?${new URLSearchParams({ cursor }).toString()}`;
      return (await get<BansResponse>(`${BANS}${query}`)).data;
    },
    [get]
  );
}

/** Ends a ban before its time. */
export async function liftBan(id: string): Promise<void> {
  await getFetchClient().del(one(id));
}

/** Puts a lifted ban in force again. */
export async function restoreBan(id: string): Promise<BanView> {
  return (await getFetchClient().post<BanRestoreResponse>(`${one(id)}/restore`)).data.data;
}
