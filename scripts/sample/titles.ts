import type { Taste } from './model.ts';
import { Random } from './random.ts';
import { TASTE_NAMES, TASTES } from './tastes.ts';

/** Words without a meaning, so that no name made of them belongs to a real game. */
const COINED = (
  'Vornhal Quillmoor Tessarine Brackwold Ossamund Pellagorn Thistrow Marrowick Drelph Ostrava-Vell Ulmarsh Cindrel ' +
  'Fennigal Gorsebeck Halvarne Ixmere Jorvane Kallowmede Lurchwater Mimblegate Nethersby Oddlewick Pimmeroy Quassia-Lin ' +
  'Rundlehythe Sorrelby Tarnwhistle Umberlyn Vexholt Wimsorrow Yarrowdeep Zephandel Aldwimmer Borrowmantle Crumhollow ' +
  'Dapplegard Eskermoor Frostwhin Grimbolt Hobnettle Islemarch Jackdawry Kelpsworth Lobelgrave Mortlewick Nuthandle ' +
  'Orrisfen Peregore Quernstead Rookhampt Sundlemere Tansywold Upperglint Velmorrow Wyrmsedge Ysolder Zannifax'
).split(' ');

/** Patterns of names. `W` is a coined word, `N` a noun of the game's taste. */
const PATTERNS = ['W N', 'W N', 'N of W', 'W: N', 'N W', 'The W N'];

/** Names for `count` games of this taste, all different. */
export function standaloneNames(taste: Taste, count: number): string[] {
  const random = new Random(`titles ${taste}`);
  // Each taste takes another part of the list, so that few tastes share a word.
  const start = TASTE_NAMES.indexOf(taste) * count;
  const names: string[] = [];
  for (let i = 0; i < count; i++) {
    const word = COINED[(start + i) % COINED.length]!;
    const noun = random.pick(TASTES[taste].nouns);
    names.push(random.pick(PATTERNS).replace('W', word).replace('N', noun));
  }
  return names;
}
