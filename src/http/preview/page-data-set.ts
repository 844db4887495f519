/** What a page tells of the data set that is being served. */
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
