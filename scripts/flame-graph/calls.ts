/** What `node --cpu-prof` writes, as far as it is read here. */
export interface CpuProfile {
  nodes: { id: number; callFrame: { functionName: string; url: string }; children?: number[] }[];
  samples: number[];
  /** Microseconds before each sample. */
  timeDeltas: number[];
}

/** A function, called by the one above it. */
export interface Call {
  name: string;
  /** With what it calls. */
  seconds: number;
  calls: Call[];
}

/** Who waits is not at work. */
const WAITING = new Set(['(idle)']);

/** Calls of one thread, the same function under the same one put together; the longest first. */
export function callsOf({ nodes, samples, timeDeltas }: CpuProfile): Call {
  const seconds = new Map<number, number>();
  for (const [at, id] of samples.entries()) {
    seconds.set(id, (seconds.get(id) ?? 0) + Math.max(0, timeDeltas[at]!) / 1e6);
  }
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const merge = (ids: readonly number[]): Call[] => {
    const groups = new Map<string, number[]>();
    for (const id of ids) {
      const name = nameOf(byId.get(id)!.callFrame);
      if (!WAITING.has(name)) groups.set(name, [...(groups.get(name) ?? []), id]);
    }
    return Array.from(groups, ([name, group]) => {
      const calls = merge(group.flatMap((id) => byId.get(id)!.children ?? []));
      const own = group.reduce((sum, id) => sum + (seconds.get(id) ?? 0), 0);
      return { name, seconds: own + calls.reduce((sum, call) => sum + call.seconds, 0), calls };
    })
      .filter((call) => call.seconds > 0)
      .sort((a, b) => b.seconds - a.seconds);
  };
  return merge([nodes[0]!.id])[0] ?? { name: '(root)', seconds: 0, calls: [] };
}

/** The function and its file: no path, which would tell of the machine. */
function nameOf({ functionName, url }: CpuProfile['nodes'][number]['callFrame']): string {
  const file = url.split('?')[0]!.split('/').at(-1)!;
  const name = functionName === '' ? '(anonymous)' : functionName;
  return file === '' ? name : `${name} ${file}`;
}
