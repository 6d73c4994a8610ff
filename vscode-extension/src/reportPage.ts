/** The migration report as a page without scripts or remote content. Knows no editor. */
import {
  byBlocker,
  count,
  counted,
  group,
  kindOfFix,
  lineOf,
  places,
  surface,
  total,
  type Counts,
  type FileFindings,
  type Located,
} from './findings';

export interface Done {
  when: string;
  files: { name: string; calls: string; outcome: string; notes: string[] }[];
}

export interface Page {
  workspace: string;
  files: FileFindings[];
  last?: Done | undefined;
  /** How a file is called, and where a link to a place in it leads; a page to be saved has no links. */
  name(uri: string): string;
  link?(uri: string, place: Located): string;
  /** Commands that stand at the top, by their words. */
  actions?: [string, string][];
  cspSource?: string;
  nonce: string;
  now: string;
}

export function html(page: Page): string {
  const counts = count(page.files);
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'nonce-${page.nonce}'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Migration report: ${escape(page.workspace)}</title>
<style nonce="${page.nonce}">${STYLE}</style>
</head>
<body>
<header>
<h1>Migration report</h1>
<p>${escape(page.workspace)}, ${escape(page.now)}</p>
${actions(page)}
</header>
<main>
${totals(counts)}
${total(counts) === 0 ? '<p class="none">Nothing is left to migrate.</p>' : ''}
${surfaces(page)}
${blockers(page)}
${byFile(page)}
${last(page.last)}
<section><h2>What does not move with the code</h2>
<p>Threads, messages, assistants and agents, vector stores and files that are stored with a service stay where they are, in their old form. Keep what you need of them before the service is switched off.</p></section>
</main>
</body>
</html>
`;
}

function actions(page: Page): string {
  const links = (page.actions ?? []).map(([words, href]) => `<a class="button" href="${escape(href)}">${escape(words)}</a>`);
  return links.length > 0 ? `<p class="actions">${links.join(' ')}</p>` : '';
}

function totals(counts: Counts): string {
  const cells: [string, number, string][] = [
    [counts.calls === 1 ? 'legacy call' : 'legacy calls', counts.calls, ''],
    ...(counts.entries > 0 ? [['dependencies, settings', counts.entries, ''] as [string, number, string]] : []),
    [counts.files + counts.others === 1 ? 'file' : 'files', counts.files + counts.others, ''],
    ['safe', counts.safe, 'safe'],
    ['to review', counts.review, 'review'],
    ['blocked', counts.blocked, 'blocked'],
  ];
  const shown = cells.map(([words, number, kind]) => `<div class="${kind}"><dd>${number}</dd><dt>${words}</dt></div>`);
  return `<dl class="totals">${shown.join('')}</dl>`;
}

function surfaces(page: Page): string {
  const rows = group(places(page.files), ({ finding }) => surface(finding)).map(([name, all]) => {
    const kinds = { safe: 0, review: 0, blocked: 0 };
    all.forEach(({ finding }) => (kinds[kindOfFix(finding)] += 1));
    const days = [...new Set(all.map(({ finding }) => finding.retirement).filter((day) => day !== null))].sort();
    const cells = [escape(name), escape(days.join(', ')), kinds.safe, kinds.review, kinds.blocked, all.length];
    return `<tr>${cells.map((cell, number) => (number === 0 ? `<th scope="row">${cell}</th>` : `<td>${cell}</td>`)).join('')}</tr>`;
  });
  return section(
    'By surface',
    rows.length > 0 &&
      `<table><thead><tr><th>Surface</th><th>Switched off</th><th>Safe</th><th>Review</th><th>Blocked</th><th>All</th></tr></thead><tbody>${rows.join('')}</tbody></table>`,
  );
}

function blockers(page: Page): string {
  const rows = byBlocker(page.files).map(([reason, all]) => {
    const links = all.map(({ uri, finding }) => place(page, uri, finding));
    return `<tr><th scope="row">${text(reason)}</th><td>${all.length}</td><td>${links.join(', ')}</td></tr>`;
  });
  return section(
    'What stands in the way',
    rows.length > 0 &&
      `<table><thead><tr><th>Reason</th><th>Calls</th><th>Where</th></tr></thead><tbody>${rows.join('')}</tbody></table>`,
  );
}

function byFile(page: Page): string {
  const parts = page.files.map(({ uri, kind: holds, findings }) => {
    const rows = findings.map((finding) => {
      const kind = kindOfFix(finding);
      const words = { safe: 'safe', review: 'review', blocked: 'blocked' }[kind];
      return `<tr><td>${place(page, uri, finding, true)}</td><td>${finding.code}</td><td>${text(finding.message)}</td><td><span class="tag ${kind}">${words}</span></td></tr>`;
    });
    return `<h3>${escape(page.name(uri))} <small>${counted(findings.length, holds)}</small></h3><table class="files"><tbody>${rows.join('')}</tbody></table>`;
  });
  return section('By file', parts.length > 0 && parts.join(''));
}

function last(done: Done | undefined): string {
  const rows = done?.files.map(
    ({ name, calls, outcome, notes }) =>
      `<tr><th scope="row">${escape(name)}</th><td>${escape(calls)}</td><td>${escape(outcome)}</td><td>${notes.map(text).join('<br>')}</td></tr>`,
  );
  return section(
    `Last migration${done ? ` (${escape(done.when)})` : ''}`,
    rows !== undefined &&
      `<table><thead><tr><th>File</th><th>Migrated</th><th>Applied</th><th>To look at</th></tr></thead><tbody>${rows.join('')}</tbody></table>`,
  );
}

const section = (title: string, body: string | false): string =>
  body === false ? '' : `<section><h2>${title}</h2>${body}</section>`;

function place(page: Page, uri: string, located: Located, short = false): string {
  const line = located.cell === null ? `:${located.range.start.line + 1}` : `, ${lineOf(located)}`;
  const words = short ? lineOf(located) : `${page.name(uri)}${line}`;
  return page.link ? `<a href="${escape(page.link(uri, located))}">${escape(words)}</a>` : escape(words);
}

export const escape = (value: string): string =>
  value.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

/** A message with its code in code's letters. */
const text = (value: string): string => escape(value).replace(/`([^`]+)`/g, '<code>$1</code>');

const STYLE = `
:root { color-scheme: light dark; --fg: var(--vscode-foreground, #1f1f1f); --muted: var(--vscode-descriptionForeground, #616161);
  --line: var(--vscode-panel-border, #d0d0d0); --link: var(--vscode-textLink-foreground, #0060b0);
  --safe: var(--vscode-charts-green, #2e7d32); --review: var(--vscode-charts-yellow, #946200); --blocked: var(--vscode-charts-red, #c62828); }
body { font: 13px/1.5 var(--vscode-font-family, system-ui, sans-serif); color: var(--fg); background: var(--vscode-editor-background, #fff);
  max-width: 60rem; margin: 0 auto; padding: 1rem 2rem 3rem; }
h1 { font-size: 1.7rem; font-weight: 600; margin: 1rem 0 0; }
h2 { font-size: 1.2rem; font-weight: 600; margin: 2rem 0 .5rem; }
h3 { font-size: 1rem; margin: 1.2rem 0 .3rem; }
small, header p { color: var(--muted); }
small { font-weight: normal; margin-left: .4rem; }
code { font-family: var(--vscode-editor-font-family, monospace); font-size: .95em; }
a { color: var(--link); text-decoration: none; }
a:hover { text-decoration: underline; }
a:focus-visible { outline: 1px solid var(--vscode-focusBorder, currentColor); outline-offset: 2px; }
.button { display: inline-block; padding: .3rem .8rem; border-radius: 2px; color: var(--vscode-button-foreground, #fff);
  background: var(--vscode-button-background, #0060b0); }
.totals { display: flex; flex-wrap: wrap; gap: .8rem; margin: 1.5rem 0; }
.totals div { flex: 1 1 6rem; border: 1px solid var(--line); border-radius: 4px; padding: .7rem 1rem; display: flex; flex-direction: column-reverse; justify-content: flex-end; }
.totals dd { margin: 0; font-size: 1.9rem; font-weight: 600; line-height: 1.2; order: 2; }
.totals dt { color: var(--muted); order: 1; }
.totals .safe dd { color: var(--safe); } .totals .review dd { color: var(--review); } .totals .blocked dd { color: var(--blocked); }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; font-weight: normal; vertical-align: top; padding: .3rem .8rem .3rem 0; border-bottom: 1px solid var(--line); }
thead th { color: var(--muted); font-size: .9em; }
.files td:first-child { white-space: nowrap; width: 5rem; } .files td:nth-child(2) { width: 4.5rem; } .files td:last-child { width: 5rem; text-align: right; padding-right: 0; }
.tag { border: 1px solid currentColor; border-radius: 8px; padding: 0 .5rem; font-size: .85em; }
.tag.safe { color: var(--safe); } .tag.review { color: var(--review); } .tag.blocked { color: var(--blocked); }
.none { font-size: 1.2rem; }
@media print {
  :root { --fg: #000; --muted: #444; --line: #bbb; --link: #000; --safe: #1b5e20; --review: #7a4f00; --blocked: #b71c1c; }
  body { background: #fff; max-width: none; padding: 0; }
  .actions { display: none; }
  tr, .totals, h2, h3 { break-inside: avoid; break-after: auto; }
}
`;
