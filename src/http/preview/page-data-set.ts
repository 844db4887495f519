/** The facts about the served data set that a page shows. */
export interface PageDataSet {
  id: number;
  publishedAt: Date;
  summary: {
    invented: boolean;
    games: number;
    users: number;
    libraryRows: number;
    reviews: number;
    span: { from: string; to: string } | null;
  };
}
