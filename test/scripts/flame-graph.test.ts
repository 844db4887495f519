import { expect, test } from 'vitest';
import { callsOf } from '../../scripts/flame-graph/calls.ts';
import { pictureOf } from '../../scripts/flame-graph/picture.ts';

const frame = (functionName: string, url = '') => ({ functionName, url });

/** `read` is called from two places, and both times called by `load`; a second is waited. */
const PROFILE = {
  nodes: [
    { id: 1, callFrame: frame('(root)'), children: [2, 3] },
    { id: 2, callFrame: frame('load', 'file:///home/someone/src/load.ts'), children: [4, 5] },
    { id: 3, callFrame: frame('(idle)') },
    { id: 4, callFrame: frame('read', 'file:///home/someone/src/read.ts?v=1') },
    { id: 5, callFrame: frame('read', 'file:///home/someone/src/read.ts?v=1') },
  ],
  samples: [2, 4, 5, 3],
  timeDeltas: [500_000, 1_000_000, 250_000, 1_000_000],
};

test('adds up what a function and those that it calls took, without what was waited', () => {
  expect(callsOf(PROFILE)).toEqual({
    name: '(root)',
    seconds: 1.75,
    calls: [
      { name: 'load load.ts', seconds: 1.75, calls: [{ name: 'read read.ts', seconds: 1.25, calls: [] }] },
    ],
  });
});

test('draws each call as wide as it took long, and tells nothing of where the files lie', () => {
  const svg = pictureOf('A & B', [callsOf(PROFILE)]);
  expect(svg).toContain('A &amp; B');
  // 1200 wide are 1.75 s.
  expect(svg).toContain('<title>read read.ts: 1.25 s</title><rect x="0.0" y="58" width="857.1"');
  expect(svg).not.toContain('someone');
});
