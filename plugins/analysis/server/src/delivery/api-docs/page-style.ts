/** The page's own style; the policy of the page lets in this text and nothing else. */
export const STYLE = `
:root { color-scheme: light dark; --line: #8886; --soft: #8881; --accent: #4945ff; }
@media (prefers-color-scheme: dark) { :root { --accent: #a5a2ff; } }
* { box-sizing: border-box; }
body { font: 16px/1.55 system-ui, sans-serif; margin: 0; display: grid; grid-template-columns: 19rem minmax(0, 1fr); }
nav { position: sticky; top: 0; height: 100vh; overflow-y: auto; padding: 1.5rem 1rem; border-right: 1px solid var(--line); font-size: .875rem; }
nav h2 { font-size: .75rem; text-transform: uppercase; letter-spacing: .06em; margin: 1.2rem 0 .3rem; }
nav ul { list-style: none; margin: 0; padding: 0; }
nav li a { display: block; padding: .15rem 0; overflow-wrap: anywhere; }
main { padding: 1.5rem 2rem 4rem; max-width: 62rem; }
a { color: var(--accent); text-decoration: none; }
a:hover, a:focus { text-decoration: underline; }
code { font-family: ui-monospace, monospace; font-size: .875em; }
article { border-top: 1px solid var(--line); padding: 1rem 0; }
article:target { background: var(--soft); outline: 2px solid var(--accent); outline-offset: .4rem; }
h1, h2, h3, h4 { line-height: 1.25; }
h3 { margin: .4rem 0; font-size: 1rem; overflow-wrap: anywhere; }
h4 { margin: 1rem 0 .3rem; font-size: .875rem; }
.method { display: inline-block; min-width: 4.2rem; font: 700 .75rem/1.6 ui-monospace, monospace; text-align: center; border: 1px solid; border-radius: .25rem; margin-right: .5rem; }
.get { color: #0b7a4b; } .post { color: #1d56b8; } .put, .patch { color: #8a5a00; } .delete { color: #b3261e; }
@media (prefers-color-scheme: dark) {
  .get { color: #6bd6a4; } .post { color: #8fb7ff; } .put, .patch { color: #f0c060; } .delete { color: #ff9a92; }
}
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: .875rem; }
th, td { text-align: left; vertical-align: top; padding: .3rem .8rem .3rem 0; border-bottom: 1px solid var(--line); }
th { font-weight: 600; }
td:first-child { white-space: nowrap; }
.soft { color: color-mix(in srgb, currentColor 75%, transparent); font-size: .875rem; }
@media (max-width: 52rem) {
  body { display: block; }
  nav { position: static; height: auto; border-right: 0; border-bottom: 1px solid var(--line); }
  main { padding: 1rem; }
}
`;
