/** One sheet for all pages; light and dark by the reader's own setting. Text keeps a contrast of at least 4.5. */
export const STYLE = `
:root { color-scheme: light dark; --ink: light-dark(#1c2430, #e8eaee); --soft: light-dark(#566070, #a5aebb);
  --paper: light-dark(#fbfaf8, #14181e); --card: light-dark(#ffffff, #1c222a); --line: light-dark(#e0ddd6, #323a45);
  --link: light-dark(#0b5c6b, #7cc7d6); --sent: light-dark(#0b6b46, #6fd0a3); --held: light-dark(#8a5200, #efb866);
  --stopped: light-dark(#5d6675, #aab3c0); --person: light-dark(#5b3fa0, #b9a3f3); --bad: light-dark(#a5282c, #f29a9c); }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.55 system-ui, sans-serif; overflow-wrap: anywhere; }
a { color: var(--link); }
a:focus-visible, button:focus-visible, input:focus-visible, summary:focus-visible, iframe:focus-visible, .wide:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
.skip { position: absolute; left: -99rem; } .skip:focus { left: 1rem; top: .5rem; }
header, main, footer { max-width: 62rem; margin: 0 auto; padding: 1rem 1.25rem; }
header { display: flex; flex-wrap: wrap; gap: .5rem 1.5rem; align-items: center; justify-content: space-between; border-bottom: 1px solid var(--line); }
.brand { font-weight: 650; color: inherit; text-decoration: none; }
.clock { display: flex; flex-wrap: wrap; gap: .5rem .75rem; align-items: center; font-size: .9rem; }
form { display: flex; flex-wrap: wrap; gap: .5rem; align-items: center; margin: 0; }
input, button { font: inherit; color: inherit; background: var(--card); border: 1px solid light-dark(#8d8a84, #6b7686); border-radius: .5rem; padding: .4rem .75rem; min-height: 2.5rem; }
button { cursor: pointer; background: var(--link); border-color: var(--link); color: light-dark(#fff, #10141a); font-weight: 600; }
.clock input { width: 7rem; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: .75rem 0 .25rem; } h2 { font-size: 1.1rem; margin: 0 0 .6rem; }
.soft { color: var(--soft); font-size: .9rem; } .lead { margin: 0 0 1.25rem; }
.card { background: var(--card); border: 1px solid var(--line); border-radius: .75rem; padding: 1rem 1.25rem; margin: 0 0 1rem; }
.search input { flex: 1 1 14rem; } .search { margin: 0 0 1rem; } .search label { flex-basis: 100%; font-weight: 600; }
table { border-collapse: collapse; width: 100%; } th, td { text-align: left; padding: .5rem .75rem .5rem 0; border-top: 1px solid var(--line); vertical-align: top; }
thead th { border-top: 0; font-size: .85rem; color: var(--soft); font-weight: 600; } tbody th { font-weight: 600; }
.figures td, .figures thead th:not(:first-child) { text-align: right; font-variant-numeric: tabular-nums; } .figures tr > :last-child { padding-right: 0; }
.figures { min-width: 34rem; overflow-wrap: normal; } .figures td, .figures thead th { white-space: nowrap; } .people th .soft { font-weight: 400; }
.wide { overflow-x: auto; } .pages { display: flex; gap: 1rem; }
.mood { display: inline-block; padding: .05rem .6rem; border-radius: 1rem; border: 1px solid currentColor; font-size: .85rem; font-weight: 600; }
.negative { color: var(--bad); } .positive { color: var(--sent); } .neutral { color: var(--soft); }
.cards { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 17rem), 1fr)); gap: 1rem; } .cards .card { margin: 0; } .cards { margin-bottom: 1.5rem; }
dl { display: grid; grid-template-columns: auto 1fr; gap: .2rem .9rem; margin: 0; } dt { color: var(--soft); } dd { margin: 0; }
ul { margin: .4rem 0 0; padding-left: 1.1rem; } li { margin: .25rem 0; }
.story { list-style: none; margin: 0; padding: 0; } .story > li { margin: 0; padding: .6rem 0 .6rem 1rem; border-left: 4px solid var(--line); }
.story > li + li { border-top: 1px solid var(--line); }
.story .sent, .story .good { border-left-color: var(--sent); } .story .held { border-left-color: var(--held); } .story .bad { border-left-color: var(--bad); }
.story .person { border-left-color: var(--person); } .story .stopped { border-left-color: var(--stopped); }
.story p { margin: .1rem 0; } .story .what { font-weight: 600; } .plain .what { font-weight: 400; }
q { font-style: italic; } details { margin-top: .5rem; } summary { cursor: pointer; color: var(--link); padding: .25rem 0; }
.letter { border: 1px solid var(--line); border-radius: .5rem; overflow: hidden; margin-top: .4rem; } .letter dl { padding: .6rem .9rem; font-size: .9rem; }
.letter pre { margin: 0; padding: .9rem; border-top: 1px solid var(--line); white-space: pre-wrap; font: inherit; }
.moods { display: block; width: 100%; height: auto; max-height: 12rem; overflow: visible; } .moods line { stroke: var(--line); stroke-width: 1; } .moods line.negative { stroke: var(--bad); stroke-dasharray: 4 4; }
.moods line.positive { stroke: var(--sent); stroke-dasharray: 4 4; } .moods polyline { fill: none; stroke: var(--ink); stroke-width: 2; stroke-linejoin: round; } .moods circle { fill: currentColor; }
iframe { display: block; width: 100%; height: 20rem; resize: vertical; border: 0; border-top: 1px solid var(--line); background: #fff; color-scheme: light; }
@media (max-width: 40rem) { .people thead { position: absolute; left: -99rem; } .people tr { display: block; padding: .6rem 0; border-top: 1px solid var(--line); }
  .people th, .people td { display: block; border: 0; padding: .1rem 0; } .card { padding: .9rem; } h1 { font-size: 1.35rem; } }
`;
