import { setTimeout as delay } from 'node:timers/promises';
import { type Answer, cut, half, status } from '../../support/file-server.ts';
import { endOf, type Fault, type Problem, type Scene } from '../stage/fault.ts';
import { SOURCE_NAMES } from '../stage/sources.ts';
import { downloadProblems } from '../stage/state.ts';
import type { SourceName } from '../stage/web-sources.ts';

type Evil = (scene: Scene, name: SourceName) => Answer;

/** Faults that pass: the next request gets the file. */
const PASSING: Record<string, Evil> = {
  'dies half-way': ({ web, to }, name) => half(web.fileOf(to, name), cut),
  'dies half-way, without a length': ({ web, to }, name) => {
    const { body } = web.fileOf(to, name);
    return (_, response) => {
      response.writeHead(200);
      response.write(body.subarray(0, body.length / 2), () => cut(response));
    };
  },
  'promises more than it sends': ({ web, to }, name) => {
    const { body } = web.fileOf(to, name);
    return (_, response) => {
      response.writeHead(200, { 'content-length': body.length + 1000 });
      response.write(body, () => cut(response));
    };
  },
  'answers 500': () => status(500),
  'answers 503': () => status(503, { 'retry-after': '1' }),
};

/** Faults that stay: no request gets a good file. */
const LASTING: Record<string, Evil> = {
  'answers 404': () => status(404),
  'answers 500 for ever': () => status(500),
  'sends a web page': () => (_, response) => {
    response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Down for maintenance</h1>');
  },
  'sends a web page under another name': () => (_, response) => {
    response.writeHead(200, { 'content-type': 'application/gzip' }).end('<h1>Down for maintenance</h1>');
  },
  'redirects in a circle': (_, name) => status(302, { location: `/${name}.gz` }),
  'sends a cut gz': ({ web, to }, name) => sends(withoutEnd(web.fileOf(to, name).body)),
  'promises less than there is': ({ web, to }, name) => {
    const { body } = web.fileOf(to, name);
    return (_, response) => {
      response.writeHead(200, { 'content-length': body.length - 1000, connection: 'close' });
      response.end(body.subarray(0, body.length - 1000));
    };
  },
  'sends a gz with a flipped bit': ({ web, to }, name) => {
    const body = Buffer.from(web.fileOf(to, name).body);
    body[body.length >> 1]! ^= 1;
    return sends(body);
  },
};

/** A web server misbehaves once or twice. The refresh asks again, and publishes. */
export const sourcePassing: Fault = {
  name: 'source-passing',
  stages: ['embedded', 'named'],
  act: async (scene) => {
    const { stage, random, to, web } = scene;
    const [what, name, times] = [
      random.pick(Object.keys(PASSING)),
      random.pick(SOURCE_NAMES),
      random.integer(1, 2),
    ];
    const settings = web.offer(to);
    web.insteadOf(name, times, PASSING[what]!(scene, name));
    const { said, served, problems } = await endOf(stage.refresh(to, settings), scene);
    if (said !== 'published') problems.push({ kind: 'lost', what: `the refresh gave up: ${said}` });
    const did = `the server of ${name} ${what}, ${times} ×: ${said}`;
    return { did, hit: true, served, away: false, problems };
  },
};

/** A web server never gives a good file. The refresh fails, and names the source at fault. */
export const sourceLasting: Fault = {
  name: 'source-lasting',
  stages: ['embedded', 'named'],
  act: async (scene) => {
    const { stage, random, to, web } = scene;
    const [what, name] = [random.pick(Object.keys(LASTING)), random.pick(SOURCE_NAMES)];
    const settings = web.offer(to);
    web.insteadOf(name, 100, LASTING[what]!(scene, name));
    // Its attempts take more than a minute in all.
    const { said, served, problems } = await endOf(stage.refresh(to, settings), scene, 150);
    if (!/^failed \(1: .*\b(?:games|libraries|reviews)\.gz/.test(said)) {
      const problem: Problem = {
        kind: 'wrong',
        what: `the refresh does not name the source at fault: ${said}`,
      };
      problems.push(problem);
    }
    return { did: `the server of ${name} ${what}: ${said}`, hit: true, served, away: false, problems };
  },
};

/** The program is killed in the middle of a download. The next refresh goes on from the partial file. */
export const killDownload: Fault = {
  name: 'kill-download',
  stages: ['embedded', 'named'],
  act: async (scene) => {
    const { stage, random, to, web } = scene;
    const name = random.pick(SOURCE_NAMES);
    const settings = web.offer(to);
    let halfSent = () => {};
    const sent = new Promise<void>((resolve) => {
      halfSent = resolve;
    });
    web.insteadOf(name, 1, half(web.fileOf(to, name), halfSent));
    const program = stage.refresh(to, settings);
    await sent;
    await delay(random.integer(0, 300));
    program.child.kill('SIGKILL');
    await program.ended();
    const left = downloadProblems(stage.dataFolder, stage.sources);
    const problems: Problem[] = left.map((what) => ({ kind: 'lost', what }));
    const again = await endOf(stage.refresh(to, settings), scene);
    problems.push(...again.problems);
    if (again.said !== 'published')
      problems.push({ kind: 'lost', what: `the next refresh did not publish: ${again.said}` });
    const resumed = web.wasResumed ? 'resumed' : 'from the start';
    const did = `killed half-way through ${name}; the next refresh ${again.said}, ${resumed}`;
    return { did, hit: true, served: again.served, away: false, problems };
  },
};

function withoutEnd(body: Buffer): Buffer {
  return body.subarray(0, Math.floor(body.length * 0.9));
}

function sends(body: Buffer): Answer {
  return (_, response) => {
    response.writeHead(200, { 'content-length': body.length }).end(body);
  };
}
