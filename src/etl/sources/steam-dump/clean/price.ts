/**
 * A price in US dollars: a number as it is; the first amount in words that have one (`Starting at
 * $449.00`); 0 for words that say free (`Free To Play`, `Free Demo`); null for others (`Third-party`).
 */
export function priceInDollars(price: number | string): number | null {
  if (typeof price === 'number') return Number.isFinite(price) && price >= 0 ? price : null;
  const amount = /\d[\d,]*(?:\.\d+)?/.exec(price);
  if (amount) return Number(amount[0].replaceAll(',', ''));
  return /\bfree\b/i.test(price) ? 0 : null;
}
