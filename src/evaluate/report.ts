import Table from 'cli-table3';
import type { Difference } from './bootstrap.ts';
import type { Comparison, EvaluationTable } from './evaluation.ts';
import type { ListMetrics, UserMetrics } from './metrics.ts';

/** A table of the figures of models, one in each row. */
export function metricsTable(
  title: string,
  figures: readonly { model: string; mean: UserMetrics & ListMetrics }[],
): EvaluationTable {
  return {
    title,
    columns: ['Model', 'Recall@5', 'NDCG@10', 'Recall@20', 'MRR@100', 'Catalogue', 'Novelty'],
    rows: figures.map(({ model, mean }) => [
      model,
      mean.recallAt5.toFixed(4),
      mean.ndcgAt10.toFixed(4),
      mean.recallAt20.toFixed(4),
      mean.mrrAt100.toFixed(4),
      `${(100 * mean.catalogueShare).toFixed(1)} %`,
      mean.novelty.toFixed(2),
    ]),
  };
}

/** A table of the differences between models, one in each row. */
export function comparisonTable(title: string, comparisons: readonly Comparison[]): EvaluationTable {
  return {
    title,
    columns: ['Model', 'Less', 'Recall@5', 'NDCG@10'],
    rows: comparisons.map(({ of, less, recallAt5, ndcgAt10 }) => [
      of,
      less,
      describeDifference(recallAt5),
      describeDifference(ndcgAt10),
    ]),
  };
}

/** Draws a table for a terminal. */
export function renderEvaluation({ title, columns, rows }: EvaluationTable): string {
  const table = new Table({
    head: [...columns],
    colAligns: columns.map((_, index) => (index === 0 ? 'left' : 'right')),
    style: { head: [], border: [], compact: true },
  });
  table.push(...rows.map((row) => [...row]));
  return `${title}\n${table.toString()}`;
}

function describeDifference({ mean, low, high }: Difference): string {
  return `${signed(mean)} [${signed(low)}, ${signed(high)}]`;
}

function signed(value: number): string {
  return `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(4)}`;
}
