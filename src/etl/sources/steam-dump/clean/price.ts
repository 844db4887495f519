/** The greatest price in US dollars that is believed. A greater number is a mistake. */
const GREATEST = 1e6;

/**
 * Reads a price in US dollars. A number is taken as it is. Of words, the first amount counts (`Starting at
 * $449.00`); without one, the word "free" means 0 (`Free To Play`, `Free Demo`), and all others mean null
 * (`Third-party`).
 */
export function priceInDollars(price: number | string): number | null {
  // -0 is 0 in Postgres.
  if (typeof price === 'number') return price >= 0 && price <= GREATEST ? Math.abs(price) : null;
  const amount = /\d[\d,]*(?:\.\d+)?/.exec(price);
  if (amount) return priceInDollars(Number(amount[0].replaceAll(',', '')));
  return /\bfree\b/i.test(price) ? 0 : null;
}
