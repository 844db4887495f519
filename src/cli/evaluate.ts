import { readFile, writeFile } from 'node:fs/promises';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { listHiddenUsers } from '../community/hidden-users.ts';
import { readConfig } from '../config/config.ts';
import { dataSetSchema } from '../database/schema/data-set.ts';
import { findReadableDataSet } from '../database/served-data-set.ts';
import { classifyGames } from '../etl/classify/classify-games.ts';
import { readDescribedGames } from '../etl/classify/described-game.ts';
import { makeColumns } from '../etl/fit/columns.ts';
import { MOST_COMPARED_GAMES, SimilarGamesFit } from '../etl/fit/fit-similar-games.ts';
import { fitUserModel, USER_MODEL_PARAMETERS } from '../etl/fit/fit-user-model.ts';
import { gameFeatures, readLibraries } from '../etl/fit/interactions.ts';
import { evaluateAlike, parseAlikeGames } from '../evaluate/alike-evaluation.ts';
import type { Evaluation, EvaluationContext } from '../evaluate/evaluation.ts';
import { describeAtLarge } from '../evaluate/fitted-games.ts';
import { evaluateGames } from '../evaluate/game-evaluation.ts';
import { renderEvaluation } from '../evaluate/report.ts';
import { splitLibraries } from '../evaluate/split.ts';
import { evaluateUsers } from '../evaluate/user-evaluation.ts';
import { createLog } from '../platform/log.ts';
import { EXIT } from '../program/exit.ts';
import { withDatabase } from '../program/with-database.ts';

/** The evaluations, in the order of their output. */
const EVALUATIONS: readonly ((context: EvaluationContext) => Promise<Evaluation>)[] = [
  evaluateUsers,
  evaluateGames,
];

/**
 * `evaluate [--test] [--salt S] [--predictions FILE] [--alike FILE]` splits the served data set, fits the models on one part,
 * and prints how well they find the held-out games. It changes nothing in the database.
 *
 * `--test` adds the figures of the test fold to those of the tuning fold. `--salt` makes another split.
 * `--predictions` writes the predictions for the test fold to a file, with or without `--test`. Hidden users
 * count in the figures, but the file has no predictions for them. `--alike` judges the lists for games by a file of games that
 * others call alike ({@link parseAlikeGames}).
 */
export async function run(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      test: { type: 'boolean', default: false },
      salt: { type: 'string', default: 'steam-v1' },
      predictions: { type: 'string' },
      alike: { type: 'string' },
    },
  });
  const started = performance.now();
  const progress = (message: string) => {
    const seconds = ((performance.now() - started) / 1000).toFixed(0).padStart(4);
    process.stderr.write(`${seconds} s  ${message}\n`);
  };
  const loaded = await load(values.salt, progress);
  if (loaded === null) {
    process.stderr.write('There is no data set to evaluate. Load one: npm run refresh\n');
    return EXIT.failure;
  }
  const { split, features, games, hidden, libraries, vouched } = loaded;
  if (split.testUsers.length === 0) {
    process.stderr.write('No user of the data set has played five games, so no game can be held out.\n');
    return EXIT.failure;
  }
  progress(`fitting on ${split.training.games.length} rows, to test with ${split.testUsers.length} users`);
  const model = await fitUserModel(split.training, features);
  const columns = makeColumns(split.training, USER_MODEL_PARAMETERS.maxGames);
  const classes = classifyGames(games);
  progress('fitting similar games');
  const gamesFit = new SimilarGamesFit(split.training, { games, classes });
  const atLarge = describeAtLarge(games, classes, makeColumns(split.training, MOST_COMPARED_GAMES));
  const context: EvaluationContext = {
    split,
    columns,
    features,
    games,
    gamesFit,
    similar: gamesFit.lists(),
    atLarge,
    model,
    folds: values.test ? ['tuning', 'test'] : ['tuning'],
    predict: values.predictions !== undefined,
    progress,
  };
  const predictions: object[] = [];
  for (const evaluate of EVALUATIONS) {
    const evaluation = await evaluate(context);
    for (const table of evaluation.tables) process.stdout.write(`${renderEvaluation(table)}\n\n`);
    predictions.push(
      ...evaluation.predictions.filter((each) => !('userId' in each && hidden.has(each.userId))),
    );
  }
  if (values.alike !== undefined) {
    progress('games that others call alike');
    const alike = parseAlikeGames(await readFile(values.alike, 'utf8'));
    const table = await evaluateAlike({ games, classes, interactions: libraries, vouched }, alike);
    process.stdout.write(`${renderEvaluation(table)}\n\n`);
  }
  if (values.predictions !== undefined) {
    const lines = predictions.map((prediction) => `${JSON.stringify(prediction)}\n`).join('');
    await writeFile(values.predictions, lines, { mode: 0o600 });
    progress(`${predictions.length} predictions are in ${values.predictions}`);
  }
  return EXIT.ok;
}

/** Reads the served data set and splits its libraries; null where there is no data set. */
async function load(salt: string, progress: (message: string) => void) {
  const config = readConfig();
  const log = createLog(config.logLevel);
  return withDatabase(config, { log, makes: 'nothing' }, async ({ answers, direct }) => {
    const served = await findReadableDataSet(answers);
    if (served === null) return null;
    progress(`reading data set ${served.id}`);
    const hidden = new Set<unknown>((await listHiddenUsers(answers)).map(({ userId }) => userId));
    return direct.begin('isolation level repeatable read read only', async (sql) => {
      await sql`set local search_path to ${sql(dataSetSchema(served.id))}`;
      const libraries = await readLibraries(sql);
      const games = await readDescribedGames(sql);
      const counted = await sql<{ gameId: number; owners: number; recommendations: number }[]>`
        select id as "gameId", coalesce(owners, 0) as owners, coalesce(recommendations, 0)::int as recommendations
        from games
        left join game_play on game_play.game_id = id
        left join (
          select game_id, count(*) filter (where recommend) as recommendations from reviews group by game_id
        ) as reviewed on reviewed.game_id = id`;
      const vouched = new Map(counted.map(({ gameId, ...rest }) => [gameId, rest]));
      const split = splitLibraries(libraries, salt);
      return { split, games, features: gameFeatures(games), hidden, libraries, vouched };
    });
  });
}
