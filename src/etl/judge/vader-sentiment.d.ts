/** The parts of `vader-sentiment` 1.1.3 that the program calls. The package has no types of its own. */
declare module 'vader-sentiment' {
  interface VaderScores {
    neg: number;
    neu: number;
    pos: number;
    compound: number;
  }
  const vader: {
    SentimentIntensityAnalyzer: {
      /** The whole judgement of the package, with its own splitting; `bench/judging.ts` compares with it. */
      polarity_scores(text: string): VaderScores;
      /** `valence`, or −0.74 × `valence` where the word before `index` is a "least" that negates. */
      least_check(valence: number, words: string[], index: number): number;
      /** `valence`, or −0.74 × `valence` where the word at `distance + 1` before `index` negates. */
      never_check(valence: number, words: string[], distance: number, index: number): number;
      /** Sums the valences of words, adds the emphasis of `!` and `?` in the text, normalises and rounds. */
      score_valence(valences: number[], text: string): VaderScores;
    };
  };
  export default vader;
}

declare module 'vader-sentiment/src/vader_lexicon.js' {
  /** The mean rating, −4 to 4, of each word and emoticon in small letters. */
  export const lexicon: Readonly<Record<string, number>>;
}
