import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Backoff, CRASHES, WITHIN } from '../src/backoff';
import { byBlocker, count, detail, group, lineOf, note, plural, sentence, surface, type FileFindings, type Finding } from '../src/findings';
import { escape, html } from '../src/reportPage';
import { forServer, interpreter } from '../src/settings';
import { difference, outcome } from '../src/texts';
import { History } from '../src/history';
import { plainer, shorter } from '../src/hover';
import { files, MarkdownString, openNotebook, shown, texts, Uri, values } from './vscode';

const RANGE = { start: { line: 6, character: 4 }, end: { line: 6, character: 9 } };
const finding = (more: Partial<Finding> = {}): Finding => ({
  code: 'UNS101', name: 'thread', message: 'use `x`', severity: 'error', symbol: 'openai.Threads.create', target: null,
  retirement: '2026-08-26', range: RANGE, cell: null, fix: null, group: null, notes: [], blockers: [], ...more,
});
const FILES: FileFindings[] = [
  { uri: 'file:///w/a.py', kind: 'python', findings: [finding({ fix: 'safe' }), finding({ fix: 'unsafe' })] },
  {
    uri: 'file:///w/b.py',
    kind: 'python',
    findings: [finding({ blockers: [{ message: 'is <b>passed on</b>', range: RANGE, cell: null }] }), finding()],
  },
];
const BESIDE: FileFindings = {
  uri: 'file:///w/requirements.txt', kind: 'beside', findings: [finding({ symbol: 'azure-ai-agents', fix: 'unsafe' })],
};

test('sums', () => {
  const counts = count(FILES);
  assert.deepEqual(counts, { files: 2, calls: 4, others: 0, entries: 0, safe: 1, review: 1, blocked: 2 });
  assert.equal(sentence(counts), '4 legacy calls in 2 files');
  assert.equal(sentence(count(FILES.slice(0, 0))), '0 legacy calls in 0 files');
  assert.equal(sentence(count([...FILES, BESIDE])), '4 legacy calls in 2 files, 1 entry in 1 dependency or settings file');
  assert.equal(sentence(count([BESIDE])), '1 entry in 1 dependency or settings file');
  assert.equal(plural(2, 'entry'), '2 entries');
  assert.equal(lineOf(finding()), 'line 7');
  assert.equal(lineOf(finding({ cell: 2 })), 'cell 2, line 7');
  assert.equal(surface(finding({ symbol: 'azure-ai-agents' })), 'Azure classic agents');
  assert.match(detail(counts), /1 safe to migrate, 1 to review, 2 blocked/);
  assert.deepEqual(byBlocker(FILES).map(([reason, all]) => [reason, all.length]), [['is <b>passed on</b>', 1], ['use `x`', 1]]);
  assert.deepEqual(group(['b', 'a', 'b'], (one) => one).map(([name]) => name), ['b', 'a']);
  assert.equal(surface(finding({ symbol: 'azure.ai.agents.X' })), 'Azure classic agents');
});

test('crashes are waited for longer each time, then given up', () => {
  let now = 0;
  const backoff = new Backoff(() => now);
  const waits = Array.from({ length: CRASHES + 1 }, () => backoff.crashed());
  assert.deepEqual(waits, [0, 1000, 2000, 4000, 8000, undefined]);
  now += WITHIN;
  assert.equal(backoff.crashed(), 0);
  backoff.reset();
  assert.equal(backoff.crashed(), 0);
});

test('the smallest part of a text is replaced', () => {
  for (const [before, after] of [['abc', 'axc'], ['aa', 'aaa'], ['', 'x'], ['x', ''], ['same', 'same']] as const) {
    const { start, end, text } = difference(before, after);
    assert.equal(before.slice(0, start) + text + before.slice(end), after);
  }
  assert.equal(outcome('a\r\n', 'b\r\n', 'b\n'), 'whole');
  assert.equal(outcome('a', 'b', '\uFEFFa'), 'none');
  assert.equal(outcome('a', 'b', 'c'), 'part');
});

test('the page has no scripts, no remote content, and nothing unescaped', () => {
  const page = html({
    workspace: '<script>', files: [...FILES, { uri: 'file:///w/n.ipynb', kind: 'notebook', findings: [finding({ cell: 3, blockers: [] })] }], nonce: 'n', now: 'today',
    name: (uri) => uri.slice('file:///w/'.length), link: (uri) => `command:open?${uri}`,
    last: { when: 'then', files: [{ name: 'a.py', calls: '2 calls', outcome: 'all of it', notes: ['look at `y`'] }] },
  });
  assert.match(page, /default-src 'none'; style-src 'nonce-n'/);
  assert.doesNotMatch(page, /<script|<b>passed|https?:/);
  assert.match(page, /<code>y<\/code>/);
  assert.match(page, /b\.py:7/);
  assert.match(page, /n\.ipynb, cell 3, line 7/);
  assert.match(html({ workspace: 'w', files: [], nonce: 'n', now: '', name: String }), /Nothing is left to migrate/);
  assert.equal(escape(`<&>"'`), '&#60;&#38;&#62;&#34;&#39;');
});

test('the note lists what to look at', () => {
  const text = note([{ uri: 'a.py', kind: 'python', calls: 1, left: 2, notes: ['one'] }], (uri) => uri);
  assert.match(text, /## a\.py\n\n1 call migrated, 2 left\.\n\n- \[ \] one\n$/);
});

test('the server gets its own settings only', () => {
  assert.deepEqual(forServer({ interpreter: '/p', trace: { server: 'off' }, codeLens: true, ignore: ['UNS2'] }), { ignore: ['UNS2'] });
  assert.equal(forServer(null), null);
  values.set('unspool.interpreter', ' ${workspaceFolder}/.venv/bin/python ');
  assert.equal(interpreter(), '/w/.venv/bin/python');
});

test('a migration is undone where nobody has changed the result', async () => {
  const entry = (name: string, before: string, after: string) =>
    ({ uri: `file:///w/${name}`, kind: 'python' as const, calls: 1, notes: [], outcome: 'whole' as const, text: { before, after }, cells: [] });
  const history = new History(Uri.parse('file:///s') as never);
  await history.set({ when: new Date(0).toISOString(), entries: [entry('a.py', 'old\r\n', 'new\r\n'), entry('b.py', 'x', 'y')] });
  const again = new History(Uri.parse('file:///s') as never); // another window
  await again.load();
  assert.equal(again.done()?.files.length, 2);
  texts.set('file:///w/a.py', 'new\r\n');
  texts.set('file:///w/b.py', 'y and more');
  await again.undo();
  assert.equal(texts.get('file:///w/a.py'), 'old\r\n');
  assert.equal(texts.get('file:///w/b.py'), 'y and more');
  assert.match(shown.at(-1) ?? '', /Left alone, since they were changed: b\.py/);
  assert.equal(files.size, 0);
});

test('a notebook is taken back cell by cell while it is open, else as a file', async () => {
  const change = {
    uri: 'file:///w/n.ipynb', kind: 'notebook' as const, calls: 1, notes: [], outcome: 'whole' as const,
    text: { before: '{"old"}', after: '{"new"}' }, cells: [{ cell: 2, before: 'old', after: 'new' }],
  };
  const history = new History(undefined);
  texts.set('file:///w/n.ipynb', '{"new"}');
  await history.set({ when: '', entries: [change] });
  await history.undo();
  assert.equal(texts.get('file:///w/n.ipynb'), '{"old"}');

  texts.set('cell:1', 'first');
  texts.set('cell:2', 'new');
  const saved = openNotebook('file:///w/n.ipynb', ['cell:1', 'cell:2']);
  await history.set({ when: '', entries: [change] });
  await history.undo();
  assert.equal(texts.get('cell:2'), 'old');
  assert.equal(texts.get('cell:1'), 'first');
  assert.equal(saved(), 1);

  await history.set({ when: '', entries: [{ ...change, cells: [{ cell: 3, before: 'a', after: 'b' }] }] });
  await history.undo(); // the cell is gone
  assert.match(shown.at(-1) ?? '', /nothing was undone. Changed since then: n\.ipynb/);
});

test('what stands above a hover is not said again', () => {
  const hover = { contents: [new MarkdownString('**UNS101 thread**: `x` is old.\n\nRetirement: soon.'), 'other'] };
  plainer(hover as never);
  assert.equal((hover.contents[0] as MarkdownString).value, 'Retirement: soon.');
  assert.equal(plainer(null), null);
  const diagnostic = { relatedInformation: [{ message: 'the client is made here' }, { message: '`create` belongs to the same flow' }] };
  shorter(diagnostic as never);
  assert.equal(diagnostic.relatedInformation.length, 1);
});
