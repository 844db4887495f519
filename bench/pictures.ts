import { drawPicture } from '../src/charts/draw-picture.ts';
import { CHARTS } from '../test/charts/charts-to-draw.ts';

// How long a picture of each kind takes, its fonts read anew each time; the first of all loads what it needs.
const LIMIT_MS = 150;
const TIMES = 100;
for (const chart of Object.values(CHARTS)) {
  drawPicture(chart);
  const times = Array.from({ length: TIMES }, () => {
    const begun = performance.now();
    drawPicture(chart);
    return performance.now() - begun;
  }).toSorted((a, b) => a - b);
  const p99 = times[Math.ceil(TIMES * 0.99) - 1]!;
  console.log(`${chart.kind}: median ${times[TIMES / 2]!.toFixed(0)} ms, p99 ${p99.toFixed(0)} ms`);
  if (p99 > LIMIT_MS) process.exitCode = 1;
}
