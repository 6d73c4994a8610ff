// The built VSIX in real VS Code, as a person would use it. Each step looks at the page or the disk.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { closeBrowser, openWindow, PATIENCE, startCode } from './code.mjs';
import * as ui from './ui.mjs';

const here = import.meta.dirname;
const root = resolve(here, '../../..');
const extension = join(root, 'vscode-extension');
const artefacts = join(here, 'artefacts');
const work = mkdtempSync(join(tmpdir(), 'unspool-e2e-'));
const standIn = join(work, 'python.vsix');
const PYTHON = interpreter();

const ASSISTANT = readFileSync(join(root, 'examples/assistant.py'), 'utf8');
const STORES = `from openai import OpenAI

client = OpenAI()


def store():
    first = client.beta.vector_stores.create(name="papers")
    return client.beta.vector_stores.retrieve(first.id)
`;
const ONE_FIXED = STORES.replace('client.beta.vector_stores.create', 'client.vector_stores.create');
const ALL_FIXED = STORES.replaceAll('client.beta.vector_stores', 'client.vector_stores');
const BLOCKED = `from openai import OpenAI

client = OpenAI()


def ask(question: str, assistant: str) -> str:
    thread = client.beta.threads.create()
    client.beta.threads.messages.create(thread_id=thread.id, role="user", content=question)
    run = client.beta.threads.runs.create_and_poll(thread_id=thread.id, assistant_id=assistant)
    return run.status
`;
const CHAT = `from azure.ai.projects import AIProjectClient


def ask(project: AIProjectClient, question: str) -> None:
    """Ask the agent one question."""
    agent = project.agents.create_agent(model="gpt-5", name="helper", instructions="Be kind.")
    thread = project.agents.threads.create()
    project.agents.messages.create(thread_id=thread.id, role="user", content=question)
    run = project.agents.runs.create_and_process(thread_id=thread.id, agent_id=agent.id)
    print(run.status)
`;
const FILES = { 'assistant.py': ASSISTANT, 'app/stores.py': STORES, 'app/legacy.py': BLOCKED, 'app/chat.py': CHAT };

let code;
let shots = 0;
const shot = async (page, name) => {
  shots += 1;
  await page.screenshot({ path: join(artefacts, `${String(shots).padStart(2, '0')}-${name}.png`) });
};

before(async () => {
  rmSync(artefacts, { recursive: true, force: true });
  mkdirSync(artefacts, { recursive: true });
  const packed = spawnSync(
    join(extension, 'node_modules/.bin/vsce'),
    ['package', '--no-dependencies', '--allow-missing-repository', '--skip-license', '--out', standIn],
    { cwd: join(here, 'python-extension'), encoding: 'utf8' },
  );
  assert.equal(packed.status, 0, packed.stderr);
  code = await startCode(join(work, 'code'), {
    extensions: [join(extension, 'unspool-linux-x64.vsix'), standIn],
    settings: { 'standIn.interpreter': PYTHON },
  });
});

after(async () => {
  writeFileSync(join(artefacts, 'log.txt'), code?.logs() ?? '');
  await closeBrowser();
  await code?.stop();
  rmSync(work, { recursive: true, force: true });
});

test('core', async (t) => {
  const folder = workspace('core', FILES);
  const opened = performance.now();
  const page = await openWindow(code, folder, 'assistant.py');
  const step = (name, body) =>
    t.test(name, async () => {
      try {
        await body();
      } catch (error) {
        await shot(page, `FAILED ${name}`);
        throw error;
      }
    });

  await step('legacy calls have a squiggle and are struck through', async () => {
    await ui.squiggle(page).waitFor({ state: 'attached' });
    const seconds = ((performance.now() - opened) / 1000).toFixed(1);
    console.log(`# window open to first squiggle: ${seconds} s`);
    await page.locator('.monaco-editor .squiggly-inline-deprecated').first().waitFor({ state: 'attached' });
    await page.locator('.codelens-decoration', { hasText: 'Migrate this flow (7 calls)' }).first().waitFor();
  });

  await step('the tree has files, calls and counts; the status bar has their number', async () => {
    await ui.statusText(page, /17 legacy/);
    await ui.showView(page);
    const view = ui.view(page);
    for (const [name, number] of [['assistant.py', 8], ['chat.py', 4], ['legacy.py', 3], ['stores.py', 2]]) {
      await view.locator('.monaco-list-row', { hasText: name }).filter({ hasText: `${number} call` }).first().waitFor();
    }
    await view.locator('.monaco-list-row', { hasText: 'legacy.py' }).first().click();
    await view.locator('.monaco-list-row', { hasText: 'Threads.create' }).first().waitFor();
    await shot(page, 'tree');
    await view.locator('.monaco-list-row', { hasText: 'Threads.create' }).first().click();
    await ui.tab(page, 'legacy.py').waitFor();
    await ui.run(page, 'Explorer: Focus on Legacy agent calls View');
    await view.locator('.pane-header').hover();
    await view.locator('.pane-header .action-label[aria-label*="Group by Kind"]').first().click();
    await view.locator('.monaco-list-row', { hasText: 'UNS102' }).filter({ hasText: '4 calls' }).first().waitFor();
    await shot(page, 'tree-by-kind');
    await view.locator('.pane-header').hover();
    await view.locator('.pane-header .action-label[aria-label*="Group by File"]').first().click();
  });

  await step('a hover tells what replaces the call', async () => {
    await ui.open(page, 'assistant.py');
    await ui.goTo(page, 23, 40);
    await ui.run(page, 'Show or Focus Hover');
    const hover = page.locator('.monaco-hover:visible', { hasText: 'conversations.create' }).first();
    await hover.waitFor();
    await shot(page, 'hover');
    assert.match(await page.locator('.monaco-hover:visible').first().innerText(), /UNS101/);
    await page.keyboard.press('Escape');
  });

  await step('one fix changes one call, and nothing else', async () => {
    await ui.open(page, 'stores.py');
    await ui.squiggle(page).waitFor({ state: 'attached' });
    await ui.goTo(page, 7, 30);
    await ui.fixes(page, 'Use the vector stores of the OpenAI client');
    await shot(page, 'quick-fix');
    await ui.choose(page, 'Use the vector stores of the OpenAI client');
    await ui.save(page);
    await ui.disk(join(folder, 'app/stores.py'), ONE_FIXED);
    await ui.statusText(page, /16 legacy/);
  });

  await step('the lens migrates a flow through the preview', async () => {
    await ui.open(page, 'chat.py');
    await page.locator('.codelens-decoration a', { hasText: 'Migrate this flow (4 calls)' }).first().click();
    await ui.preview(page);
    await shot(page, 'flow-preview');
    await ui.tick(page, 'chat.py');
    await ui.apply(page);
    await ui.open(page, 'chat.py');
    await ui.save(page);
    await ui.disk(join(folder, 'app/chat.py'), fixed('app/chat.py', CHAT));
    await shot(page, 'flow-applied');
    await ui.focusEditor(page);
    await page.keyboard.press('Control+z');
    await ui.save(page);
    await ui.disk(join(folder, 'app/chat.py'), CHAT);
  });

  await step('the workspace is migrated: summary, warning, preview, files', async () => {
    await ui.run(page, 'Unspool: Migrate Workspace');
    const dialog = page.locator('.monaco-dialog-box');
    await dialog.waitFor();
    await shot(page, 'summary');
    const words = await dialog.innerText();
    assert.match(words, /16 legacy calls in 4 files/);
    assert.match(words, /1 safe to migrate, 12 to review, 3 blocked/);
    assert.match(words, /Only code is migrated/);
    await dialog.locator('.monaco-button', { hasText: 'Preview All Changes' }).click();
    await ui.preview(page);
    await ui.ticked(page, 'chat.py');
    await page.locator('.notifications-toasts .notification-toast').first().waitFor({ state: 'hidden' });
    await shot(page, 'preview');
    assert.deepEqual(Object.keys(FILES).map((name) => readFileSync(join(folder, name), 'utf8')), [ASSISTANT, ONE_FIXED, BLOCKED, CHAT]);
    await ui.apply(page);
    await ui.disk(join(folder, 'assistant.py'), fixed('assistant.py', ASSISTANT));
    await ui.disk(join(folder, 'app/stores.py'), ALL_FIXED);
    await ui.disk(join(folder, 'app/chat.py'), fixed('app/chat.py', CHAT));
    await ui.disk(join(folder, 'app/legacy.py'), BLOCKED);
    assert.ok(!existsSync(join(folder, 'unspool-migration.md')));
    await ui.statusText(page, /3 legacy/);
    await page.locator('.notifications-toasts', { hasText: '3 legacy calls in 1 file are left' }).waitFor();
    await shot(page, 'migrated');
  });

  await step('the report says what is left, and links to it', async () => {
    await page.locator('.notifications-toasts .monaco-button', { hasText: 'Show What Is Left' }).click();
    const frame = await ui.webview(page, 'Migration report');
    const words = await frame.locator('body').innerText();
    assert.match(words, /What stands in the way/);
    assert.match(words, /no stored agents any more/);
    assert.match(words, /all of it/);
    await sleep(500);
    await shot(page, 'report');
    await frame.locator('a', { hasText: 'legacy.py:7' }).first().click();
    await ui.tab(page, 'legacy.py').waitFor();
  });

  await step('the migration is undone as one', async () => {
    await ui.run(page, 'Unspool: Undo Last Workspace Migration');
    await ui.disk(join(folder, 'assistant.py'), ASSISTANT);
    await ui.disk(join(folder, 'app/stores.py'), ONE_FIXED);
    await ui.disk(join(folder, 'app/chat.py'), CHAT);
    await ui.statusText(page, /16 legacy/);
    await shot(page, 'undone');
  });

  await step('findings stay while a syntax error is typed', async () => {
    await ui.open(page, 'legacy.py');
    await ui.squiggle(page).waitFor({ state: 'attached' });
    await ui.goTo(page, 11, 1);
    await page.keyboard.type('def broken(');
    await sleep(2500);
    assert.ok((await page.locator('.monaco-editor .squiggly-error').count()) > 0);
    await shot(page, 'syntax-error');
    await ui.run(page, 'File: Revert File');
    await ui.statusText(page, /16 legacy/);
  });

  await step('a killed server is started again', async () => {
    const [killed, ...others] = code.servers();
    assert.deepEqual(others, []);
    process.kill(killed, 'SIGKILL');
    await ui.until(() => code.servers().length === 1 && code.servers()[0] !== killed, 'a new server');
    await ui.statusText(page, /16 legacy/);
    await ui.open(page, 'stores.py');
    await ui.squiggle(page).waitFor({ state: 'attached' });
    await shot(page, 'server-restarted');
  });

  await step('a reloaded window has its squiggles, and one server', async () => {
    await page.reload();
    await page.waitForSelector('.monaco-workbench');
    await ui.squiggle(page).waitFor({ state: 'attached' });
    await ui.until(() => code.servers().length === 1, 'one server');
  });

  await step('no server is left when the window is closed', async () => {
    await page.close({ runBeforeUnload: true });
    await ui.until(() => code.servers().length === 0, 'no server');
  });
});

test('fix on save applies what is safe', async () => {
  const folder = workspace('onsave', {
    'mixed.py': STORES + BLOCKED.split('client = OpenAI()\n')[1],
    '.vscode/settings.json': JSON.stringify({ 'editor.codeActionsOnSave': { 'source.fixAll.unspool': 'explicit' } }),
  });
  const page = await openWindow(code, folder, 'mixed.py');
  await ui.squiggle(page).waitFor({ state: 'attached' });
  await ui.goTo(page, 1, 1);
  await page.keyboard.type('# saved\n');
  await ui.save(page);
  await ui.disk(join(folder, 'mixed.py'), `# saved\n${ALL_FIXED}${BLOCKED.split('client = OpenAI()\n')[1]}`);
  await shot(page, 'fix-on-save');
  await page.close();
});

test('a cell of a notebook has squiggles and is fixed', async () => {
  const cell = (source) => ({ cell_type: 'code', execution_count: null, metadata: {}, outputs: [], source });
  const notebook = {
    cells: [cell(['from openai import OpenAI\n', 'client = OpenAI()\n', 'store = client.beta.vector_stores.create(name="papers")'])],
    metadata: { language_info: { name: 'python' } },
    nbformat: 4,
    nbformat_minor: 5,
  };
  const folder = workspace('notebook', { 'agents.ipynb': JSON.stringify(notebook, null, 1), 'requirements.txt': 'openai\n' });
  const page = await openWindow(code, folder); // a file in the address is opened as text
  try {
    await ui.statusText(page, /Unspool|legacy/); // the dependency file has started it
    await page.locator('.explorer-folders-view .monaco-list-row', { hasText: 'agents.ipynb' }).dblclick();
    const squiggle = page.locator('.notebookOverlay .squiggly-error, .notebookOverlay .squiggly-warning').first();
    await squiggle.waitFor({ state: 'attached' });
    await shot(page, 'notebook');
    const box = await squiggle.boundingBox();
    const fix = page.locator('.action-widget .monaco-list-row', { hasText: 'Use the vector stores of the OpenAI client' }).first();
    for (let i = 0; i < 5 && !(await fix.isVisible()); i++) {
      await page.mouse.click(box.x + box.width / 2, box.y); // Escape would leave the cell
      await page.mouse.move(box.x, box.y + 300);
      await page.keyboard.press('Control+.');
      await fix.waitFor({ timeout: 5000 }).catch(() => {});
    }
    await ui.choose(page, 'Use the vector stores of the OpenAI client');
    await squiggle.waitFor({ state: 'detached' });
    await page.keyboard.press('Control+s');
    await ui.until(() => readFileSync(join(folder, 'agents.ipynb'), 'utf8').includes('store = client.vector_stores.create'), 'the saved cell', 20_000);
    assert.deepEqual(JSON.parse(readFileSync(join(folder, 'agents.ipynb'), 'utf8')).cells[0].source, [
      ...notebook.cells[0].source.slice(0, 2), 'store = client.vector_stores.create(name="papers")',
    ]);
  } catch (error) {
    await shot(page, 'FAILED notebook');
    throw error;
  } finally {
    await page.close();
  }
});

test('an untrusted folder starts nothing of its own', async () => {
  const folder = workspace('untrusted', {
    'assistant.py': ASSISTANT,
    '.vscode/settings.json': JSON.stringify({ 'unspool.interpreter': '${workspaceFolder}/.venv/bin/python', 'unspool.importStrategy': 'fromEnvironment' }),
    '.venv/pyvenv.cfg': 'home = /usr/bin\n',
    '.venv/bin/python': '#!/bin/sh\ntouch "$(dirname "$0")/../../STARTED"\nexec python3 "$@"\n',
  });
  chmodSync(join(folder, '.venv/bin/python'), 0o755);
  const careful = await startCode(join(work, 'careful'), {
    trust: true,
    extensions: [join(extension, 'unspool-linux-x64.vsix')],
    settings: { 'security.workspace.trust.enabled': true, 'security.workspace.trust.startupPrompt': 'never' },
  });
  try {
    const page = await openWindow(careful, folder, 'assistant.py');
    await page.locator('.statusbar-item', { hasText: 'Restricted Mode' }).waitFor();
    await ui.squiggle(page).waitFor({ state: 'attached' });
    await sleep(1000);
    await shot(page, 'untrusted');
    assert.ok(!existsSync(join(folder, 'STARTED')));
    const [server] = careful.servers();
    assert.ok(!readFileSync(`/proc/${server}/cmdline`, 'utf8').startsWith(folder));
  } finally {
    writeFileSync(join(artefacts, 'log-untrusted.txt'), careful.logs());
    await careful.stop();
  }
});

/** A folder with files. */
function workspace(name, files) {
  const folder = join(work, name);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

/** What the command line makes of a file, with all fixes. */
function fixed(name, text) {
  const folder = mkdtempSync(join(work, 'cli-'));
  const file = join(folder, name);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  const libs = join(extension, 'bundled/libs');
  const start = `import sys, runpy; sys.path.insert(0, ${JSON.stringify(libs)}); sys.dont_write_bytecode = True; sys.argv[0] = "unspool"; runpy.run_module("unspool_server", run_name="__main__")`;
  spawnSync(PYTHON, ['-I', '-S', '-c', start, 'fix', '--unsafe-fixes', file], { encoding: 'utf8' });
  const after = readFileSync(file, 'utf8');
  assert.notEqual(after, text);
  return after;
}

function interpreter() {
  const asked = spawnSync('python3', ['-c', 'import sys; print(sys.executable)'], { encoding: 'utf8' });
  return asked.stdout.trim();
}
