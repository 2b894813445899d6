import { useNotification } from '@strapi/strapi/admin';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { BanView } from '../../../../shared/contracts/moderation';
import { putBack, takeOut, withPage, type Lifted } from './ban-list';
import { liftBan, restoreBan, useBansRead } from './bans-api';
import { useBansText } from '../../lib/text';
import { useErrorText } from '../../lib/use-error-text';
import { useLatest } from '../../lib/use-latest';

interface Listed {
  bans: BanView[];
  nextCursor: string | null;
}

/** The bans in force, and what is done with them. */
export interface BansState {
  /** Null until they came. */
  listed: Listed | null;
  error: string | null;
  loadingMore: boolean;
  reload: () => void;
  loadMore: () => Promise<void>;
  lift: (id: string) => Promise<void>;
  /** What was lifted last and can be put back. */
  lifted: Lifted | null;
  undo: () => Promise<void>;
}

/** Loads the list page by page; lifts a ban, and takes that back. */
export function useBans(): BansState {
  const t = useBansText();
  const read = useBansRead();
  const errorText = useErrorText();
  const { toggleNotification } = useNotification();
  const [listed, setListed] = useState<Listed | null>(null);
  const [error, setError] = useState<string | null>(null);
  const [loadingMore, setLoadingMore] = useState(false);
  const [lifted, setLifted] = useState<Lifted | null>(null);
  const latest = useLatest({ listed, lifted, loadingMore });
  const lastRequest = useRef(0);

  const load = useCallback(async () => {
    lastRequest.current += 1;
    const request = lastRequest.current;
    setError(null);
    try {
      const { data, meta } = await read(null);
      if (request === lastRequest.current) setListed({ bans: data, nextCursor: meta.nextCursor });
    } catch (cause) {
      if (request !== lastRequest.current) return;
      setListed(null);
      setError(errorText(cause));
    }
  }, [errorText, read]);
  useEffect(() => {
    void load();
    // A request that ends with the page must not be taken for one that failed.
    return () => void (lastRequest.current += 1);
  }, [load]);
  const reload = useCallback(() => void load(), [load]);

  const failed = (cause: unknown) => {
    toggleNotification({ type: 'danger', message: t('failed', { message: errorText(cause) }) });
  };

  const loadMore = async () => {
    const cursor = latest.current.listed?.nextCursor;
    if (!cursor || latest.current.loadingMore) return;
    const request = lastRequest.current;
    setLoadingMore(true);
    try {
      const { data, meta } = await read(cursor);
      if (request !== lastRequest.current) return;
      setListed((now) => now && { bans: withPage(now.bans, data), nextCursor: meta.nextCursor });
    } catch (cause) {
      if (request === lastRequest.current) failed(cause);
    } finally {
      setLoadingMore(false);
    }
  };

  const lift = async (id: string) => {
    try {
      await liftBan(id);
    } catch (cause) {
      failed(cause);
      // Someone else may have lifted it.
      return reload();
    }
    const taken = takeOut(latest.current.listed?.bans ?? [], id);
    if (taken === null) return reload();
    setListed((now) => now && { ...now, bans: taken.bans });
    setLifted(taken.lifted);
  };

  const undo = async () => {
    const { lifted } = latest.current;
    if (lifted === null) return;
    setLifted(null);
    try {
      const ban = await restoreBan(lifted.ban.documentId);
      setListed((now) => now && { ...now, bans: putBack(now.bans, { ...lifted, ban }) });
      toggleNotification({ type: 'success', message: t('restored', { label: ban.label }) });
    } catch (cause) {
      failed(cause);
      reload();
    }
  };

  return { listed, error, loadingMore, reload, loadMore, lift, lifted, undo };
}
