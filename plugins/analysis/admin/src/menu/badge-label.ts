const MOST = 99;

/** What a badge says of an amount: nothing of none, and no more than fits. */
export function badgeLabel(amount: number): string | null {
  if (amount <= 0) return null;
  return amount > MOST ? `${MOST}+` : String(amount);
}
