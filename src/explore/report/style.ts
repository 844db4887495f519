/** The report's style sheet: light, or dark if the reader prefers it; it also suits print. */
export const STYLE = `
:root {
  color-scheme: light dark;
  --paper: #ffffff; --ink: #1c1f26; --muted: #5a6170; --line: #dfe2e8; --panel: #f5f6f8; --link: #0060c7;
  --bar: #2f7fb8; --second: #d98a1f; --positive: #4f9fd6; --neutral: #a5abb8; --negative: #e0803c; --note: #9a6700;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #17191f; --ink: #f2f3f5; --muted: #a9afba; --line: #353a45; --panel: #20232b; --link: #6cb8ff;
    --bar: #4a90c4; --second: #e69f00; --positive: #56b4e9; --neutral: #8f96a3; --negative: #d9661f; --note: #f0b232;
  }
}
* { box-sizing: border-box; }
html { scroll-behavior: smooth; }
@media (prefers-reduced-motion: reduce) { html { scroll-behavior: auto; } }
body {
  max-width: 78rem; margin: 0 auto; padding: 1rem 1.25rem 4rem; background: var(--paper); color: var(--ink);
  font: 16px / 1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; overflow-wrap: break-word;
}
h1 { margin: 0.5rem 0; font-size: 2rem; line-height: 1.2; }
h2 { margin: 3rem 0 0.75rem; padding-bottom: 0.25rem; border-bottom: 2px solid var(--line); font-size: 1.5rem; line-height: 1.25; }
h3 { margin: 1.75rem 0 0.25rem; font-size: 1.125rem; line-height: 1.3; }
p { max-width: 46rem; margin: 0.5rem 0; }
a { color: var(--link); }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
.skip { position: absolute; left: -100vw; }
.skip:focus { left: 1rem; top: 1rem; padding: 0.5rem 1rem; background: var(--panel); }
.unseen { position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.note { padding: 0.5rem 1rem; border-left: 4px solid var(--note); background: var(--panel); }
nav { padding: 0.5rem 1.25rem 1rem; border-radius: 8px; background: var(--panel); }
nav:focus { outline: none; }
nav h2 { margin: 0.5rem 0; border: 0; padding: 0; font-size: 1.125rem; }
nav ol { columns: 18rem; margin: 0; padding-left: 1.5rem; }
nav li { padding: 0.15rem 0; break-inside: avoid; }
.figures { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 30rem), 1fr)); gap: 1.5rem 2.5rem; align-items: start; }
figure { min-width: 0; max-width: 38rem; margin: 1rem 0 0; }
figcaption h3 { margin-top: 0; }
figcaption p { margin: 0 0 0.75rem; color: var(--muted); }
figure svg { display: block; width: 100%; height: auto; }
details { margin-top: 0.5rem; }
summary { width: max-content; max-width: 100%; cursor: pointer; color: var(--link); }
details[open] .wide { max-height: 24rem; }
.wide { width: fit-content; max-width: 100%; overflow: auto; margin: 0.5rem 0 1rem; border: 1px solid var(--line); border-radius: 6px; }
table { border-collapse: collapse; font-size: 0.875rem; line-height: 1.4; }
th, td { padding: 0.35rem 0.75rem; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; }
tbody tr:last-child > * { border-bottom: 0; }
thead th { position: sticky; top: 0; background: var(--panel); vertical-align: bottom; }
tbody th { font-weight: 600; }
td.figure, th.figure { text-align: right; font-variant-numeric: tabular-nums; }
td.word { min-width: 6rem; max-width: 26rem; overflow-wrap: anywhere; }
td.word:last-child { min-width: 16rem; }
@media (max-width: 48rem) {
  .prose thead { position: absolute; clip-path: inset(50%); }
  .prose :is(table, tbody, tr, th, td) { display: block; }
  .prose tr { padding: 0.5rem 0; border-bottom: 1px solid var(--line); }
  .prose tbody :is(th, td) { min-width: 0; padding: 0.1rem 0.75rem; border: 0; text-align: left; white-space: normal; }
  .prose td:not(:empty)::before { content: attr(data-head) ": "; color: var(--muted); }
  .prose td:empty { display: none; }
}
@media print { details:not([open]) { display: none; } nav, .skip { display: none; } figure { break-inside: avoid; } }
`;
