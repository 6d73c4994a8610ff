// Which interpreter, when the server starts anew, what is left when a window or a host is gone.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { openWindow } from './code.mjs';
import { ASSISTANT, PYTHON, STORES, suite, write } from './fixture.mjs';
import * as ui from './ui.mjs';

/** A machine without any Python on the PATH: that of a login shell is what counts. */
const bare = suite('bare', ({ work }) => {
  write(join(work, 'home'), { '.profile': `PATH=${join(work, 'nothing')}\nexport PATH\n` });
  const others = ['one', 'two'].map((name) => {
    const made = spawnSync(PYTHON, ['-m', 'venv', '--without-pip', join(work, name)], { encoding: 'utf8' });
    assert.equal(made.status, 0, made.stderr);
    return join(work, name, 'bin/python');
  });
  return {
    env: { SHELL: '/bin/sh', HOME: join(work, 'home') },
    settings: { 'standIn.interpreter': '', 'standIn.choices': others },
  };
});

const program = (pid) => readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')[0];

test('from no interpreter to another', async (t) => {
  const { code, shot, work } = bare;
  const folder = bare.workspace('bare', { 'assistant.py': ASSISTANT });
  const page = await openWindow(code, folder, 'assistant.py');
  const step = bare.step(t, page);

  await step('without an interpreter there is a notice, with a button that helps', async () => {
    const toast = await ui.notified(page, 'needs a Python interpreter');
    await shot(page, 'no-interpreter');
    assert.deepEqual(code.servers(), []);
    assert.match(await page.locator('.statusbar-item', { hasText: 'Unspool' }).first().innerHTML(), /codicon-warning/);
    await toast.locator('.monaco-button', { hasText: 'Choose Interpreter' }).click();
    await page.locator('.quick-input-list .monaco-list-row', { hasText: join('one', 'bin') }).first().waitFor();
    await shot(page, 'choose');
    await page.locator('.quick-input-list .monaco-list-row', { hasText: join('one', 'bin') }).first().click();
    await ui.squiggle(page).waitFor({ state: 'attached' });
    assert.ok(program(code.servers()[0]).startsWith(join(work, 'one')));
  });

  await step('another interpreter starts another server', async () => {
    const [old] = code.servers();
    await ui.run(page, 'Python: Select Interpreter');
    await page.locator('.quick-input-list .monaco-list-row', { hasText: join('two', 'bin') }).first().click();
    await ui.until(() => code.servers().length === 1 && code.servers()[0] !== old, 'another server');
    assert.ok(program(code.servers()[0]).startsWith(join(work, 'two')));
    await ui.statusText(page, /legacy/);
  });

  await step('a setting that names what is started starts another server; a broken choice is told of', async () => {
    const [old] = code.servers();
    write(folder, { '.vscode/settings.json': JSON.stringify({
      'standIn.interpreter': '/nowhere/python', 'unspool.interpreter': join(work, 'one/bin/python'), 'unspool.trace.server': 'messages',
    }) });
    await ui.until(() => code.servers().length === 1 && code.servers()[0] !== old && program(code.servers()[0]).startsWith(join(work, 'one')), 'another server');
    await ui.run(page, 'Unspool: Show Log');
    await ui.until(async () => (await page.locator('.output-view, .part.panel').first().innerText()).includes('/nowhere/python'), 'the reason in the log');
    await shot(page, 'log');
  });

  await step('the messages are traced when the setting says so', async () => {
    await ui.open(page, 'assistant.py');
    await ui.goTo(page, 1, 1);
    await page.keyboard.type('# traced\n');
    await ui.until(() => /textDocument\/didChange/.test(code.logs('Unspool Trace')), 'a message in the trace', 20_000);
    await ui.run(page, 'File: Revert File');
  });

  await step('Restart Server starts another one', async () => {
    const [old] = code.servers();
    await ui.run(page, 'Unspool: Restart Server');
    await ui.until(() => code.servers().length === 1 && code.servers()[0] !== old, 'another server');
    await ui.statusText(page, /legacy/);
  });

  await step('a server that crashes again and again is given up, until a person asks for it', async () => {
    for (let i = 0; i < 6; i++) {
      await ui.until(() => code.servers().length === 1, `server ${i}`, 60_000);
      const [pid] = code.servers();
      process.kill(pid, 'SIGKILL');
      await ui.until(() => !code.servers().includes(pid), 'its end');
    }
    const toast = await ui.notified(page, 'has stopped 6 times');
    await sleep(3000);
    assert.deepEqual(code.servers(), []);
    await shot(page, 'given-up');
    await toast.locator('.monaco-button', { hasText: 'Restart Server' }).click();
    await ui.statusText(page, /legacy/);
    assert.equal(code.servers().length, 1);
  });

  await step('no server outlives its extension host', async () => {
    const [server] = code.servers();
    code.hosts().forEach((pid) => process.kill(pid, 'SIGKILL'));
    await ui.until(() => !existsSync(`/proc/${server}`), 'its end', 30_000);
  });
  await page.close({ runBeforeUnload: true });
});

const careful = suite('trust', {
  trust: true,
  settings: {
    'security.workspace.trust.enabled': true, 'security.workspace.trust.startupPrompt': 'never', 'standIn.interpreter': '',
  },
});

test('trust', async (t) => {
  const { code, shot } = careful;
  const folder = careful.workspace('untrusted', {
    'stores.py': STORES,
    '.vscode/settings.json': JSON.stringify({
      'unspool.interpreter': '${workspaceFolder}/.venv/bin/python', 'unspool.importStrategy': 'fromEnvironment',
    }),
    '.venv/pyvenv.cfg': 'home = /usr/bin\n',
    '.venv/bin/python': `#!/bin/sh\ntouch "$(dirname "$0")/../../STARTED"\nexec ${PYTHON} "$@"\n`,
  });
  chmodSync(join(folder, '.venv/bin/python'), 0o755);
  const page = await openWindow(code, folder, 'stores.py');
  const step = careful.step(t, page);
  let first;

  await step('an untrusted folder starts nothing of its own', async () => {
    await page.locator('.statusbar-item', { hasText: 'Restricted Mode' }).waitFor();
    await ui.squiggle(page).waitFor({ state: 'attached' });
    await sleep(1000);
    await shot(page, 'untrusted');
    assert.ok(!existsSync(join(folder, 'STARTED')));
    [first] = code.servers();
    assert.ok(!program(first).startsWith(folder));
  });

  await step('trust is granted: its interpreter is taken', async () => {
    await ui.run(page, 'Workspaces: Manage Workspace Trust');
    await page.locator('.workspace-trust-editor .monaco-button', { hasText: 'Trust' }).first().click();
    await ui.until(() => existsSync(join(folder, 'STARTED')), 'the interpreter of the folder');
    await ui.until(() => code.servers().length === 1 && code.servers()[0] !== first, 'another server');
    await ui.statusText(page, /legacy/);
    await shot(page, 'trusted');
    assert.match(code.logs(), /the workspace is trusted now/);
  });
  await page.close({ runBeforeUnload: true });
});
