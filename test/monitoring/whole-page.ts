import { Metrics } from '../../src/metrics/metrics.ts';

/** The text of `/metrics` where every part of the program has figures, and one interaction has ended. */
export async function wholePage(): Promise<string> {
  const byPurpose = { 'sending a reply': 1 };
  const metrics = new Metrics(
    {
      gateway: () => 'connected',
      queries: () => ({ running: 1, waiting: 0, connections: 8 }),
      rateLimits: () => ({ requests: byPurpose, secondsLeft: byPurpose, waits: byPurpose }),
      database: async () => ({
        dataSet: { publishedAt: new Date(), summary: { games: 4, users: 3, libraryRows: 2, reviews: 1 } },
        refreshes: { ended: { published: 1 }, running: false, phases: { fit: 20 }, confirmedAt: null },
      }),
    },
    { version: '1.2.3', commands: ['help'] },
  );
  const interaction = { command: 'help', outcome: 'answered', firstAnswerMs: 20, ms: 300 } as const;
  metrics.count({ ...interaction, kind: 'command' });
  metrics.count({ ...interaction, kind: 'autocomplete' });
  return (await metrics.page()).text;
}
