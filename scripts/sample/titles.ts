import type { Taste } from './model.ts';
import { Random } from './random.ts';
import { TASTE_NAMES, TASTES } from './tastes.ts';

/** Words that mean nothing, so that no name made of them is a real game's. */
const COINED = (
  'Vornhal Quillmoor Tessarine Brackwold Ossamund Pellagorn Thistrow Marrowick Drelph Ostrava-Vell Ulmarsh Cindrel ' +
  'Fennigal Gorsebeck Halvarne Ixmere Jorvane Kallowmede Lurchwater Mimblegate Nethersby Oddlewick Pimmeroy Quassia-Lin ' +
  'Rundlehythe Sorrelby Tarnwhistle Umberlyn Vexholt Wimsorrow Yarrowdeep Zephandel Aldwimmer Borrowmantle Crumhollow ' +
  'Dapplegard Eskermoor Frostwhin Grimbolt Hobnettle Islemarch Jackdawry Kelpsworth Lobelgrave Mortlewick Nuthandle ' +
  'Orrisfen Peregore Quernstead Rookhampt Sundlemere Tansywold Upperglint Velmorrow Wyrmsedge Ysolder Zannifax'
).split(' ');

/** Ways to make a name of a word (`W`) and what the game is about (`N`). */
const PATTERNS = ['W N', 'W N', 'N of W', 'W: N', 'N W', 'The W N'];

/** `count` different names of games of this taste. */
export function standaloneNames(taste: Taste, count: number): string[] {
  const random = new Random(`titles ${taste}`);
  // Each taste takes another stretch of the list, so that the same word comes back in few others.
  const start = TASTE_NAMES.indexOf(taste) * count;
  const names: string[] = [];
  for (let i = 0; i < count; i++) {
    const word = COINED[(start + i) % COINED.length]!;
    const noun = random.pick(TASTES[taste].nouns);
    names.push(random.pick(PATTERNS).replace('W', word).replace('N', noun));
  }
  return names;
}
