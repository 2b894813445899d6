import type { BanView } from '../../../../shared/contracts/moderation';

/** A ban that was taken out of the list, and where it stood. */
export interface Lifted {
  ban: BanView;
  at: number;
}

/** The list without a ban, and what is needed to put it back; null when it was not there. */
export function takeOut(
  bans: readonly BanView[],
  id: string
): { bans: BanView[]; lifted: Lifted } | null {
  const at = bans.findIndex(({ documentId }) => documentId === id);
  const ban = bans[at];
  if (ban === undefined) return null;
  return { bans: bans.filter(({ documentId }) => documentId !== id), lifted: { ban, at } };
}

/** The list with a ban back where it stood; once, should it have come by another way. */
export function putBack(bans: readonly BanView[], { ban, at }: Lifted): BanView[] {
  const others = bans.filter(({ documentId }) => documentId !== ban.documentId);
  return [...others.slice(0, at), ban, ...others.slice(at)];
}

/** A further page behind the list; what moved between the two is not shown twice. */
export function withPage(bans: readonly BanView[], page: readonly BanView[]): BanView[] {
  const shown = new Set(bans.map(({ documentId }) => documentId));
  return [...bans, ...page.filter(({ documentId }) => !shown.has(documentId))];
}
