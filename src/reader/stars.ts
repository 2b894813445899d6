/** How many of five stars an average fills: the nearest number, but all only if it is perfect. */
export function starsOf(average: number): number {
  const nearest = Math.round(average);
  if (nearest === 5 && average < 5) return 4;
  return nearest === 1 && average > 1 ? 2 : nearest;
}
