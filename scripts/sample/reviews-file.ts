import type { Person } from './people.ts';
import { pythonLiteral } from './python-literal.ts';
import type { Review } from './reviewing.ts';

/** The reviews file: a Python literal on each line. Most people without reviews are left out. */
export function reviewsFile(people: readonly Person[], reviews: readonly (readonly Review[])[]): string {
  const lines: string[] = [];
  people.forEach((person, i) => {
    const own = reviews[i]!;
    if (own.length === 0 && i % 8 !== 0 && person.listed) return;
    const text = pythonLiteral({ user_id: person.id, user_url: person.url, reviews: own });
    lines.push(text);
    // A second crawl of the same person found nothing new.
    if (i % 60 === 11) lines.push(text);
  });
  // The crawl broke off in the middle of a line.
  lines.splice(
    150,
    0,
    "{'user_id': 'sample_cut_off', 'user_url': 'http://steamcommunity.com/id/sample_cut_off', 'reviews': [{'fu",
  );
  return lines.map((text) => `${text}\n`).join('');
}
