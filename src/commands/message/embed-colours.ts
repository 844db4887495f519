/** The colours of the stripe at the left of an embed, one for each kind of reply. */
export const COLOURS = {
  hours: 0x1b9aaa,
  recommended: 0x3ba55d,
  bad: 0xd8484f,
  sentiment: 0xe9a23b,
  picks: 0x7d5fd3,
  about: 0x5865f2,
  mistake: 0x8a8f98,
} as const;
