import { describe, expect, it } from 'vitest';
import { funnyVotes, helpfulVotes } from '../../../../../src/etl/sources/steam-dump/clean/votes.ts';

describe('helpful votes', () => {
  it.each<[text: string, helpful: number, rated: number]>([
    ['15 of 20 people (75%) found this review helpful', 15, 20],
    ['1,234 of 2,000 people (62%) found this review helpful', 1234, 2000],
    ['0 of 1 person (0%) found this review helpful', 0, 1],
    ['No ratings yet', 0, 0],
    ['', 0, 0],
    ['99999999999 of 99999999999 people (100%) found this review helpful', 2_147_483_647, 2_147_483_647],
  ])('%j', (text, helpful, rated) => {
    expect(helpfulVotes(text)).toStrictEqual({ helpful, rated });
  });
});

describe('funny votes', () => {
  it.each<[text: string, funny: number]>([
    ['3 people found this review funny', 3],
    ['1 person found this review funny', 1],
    ['4,321 people found this review funny', 4321],
    ['', 0],
    ['people found this review funny', 0],
  ])('%j', (text, funny) => {
    expect(funnyVotes(text)).toBe(funny);
  });
});
