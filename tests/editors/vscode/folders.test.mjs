// Several folders with settings of their own, many files, a virtual folder, saving.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { openWindow } from './code.mjs';
import { ASSISTANT, BLOCKED, CHAT, fixed, STORES, suite, write } from './fixture.mjs';
import * as ui from './ui.mjs';

const folders = suite('folders');

test('two folders with different settings and target SDKs', async () => {
  const files = { 'chat.py': CHAT, 'stores.py': STORES, 'requirements.txt': 'azure-ai-projects==1.0.0\n' };
  const root = folders.workspace('multi', {
    'multi.code-workspace': JSON.stringify({ folders: [{ path: 'old' }, { path: 'new' }], settings: {} }),
  });
  write(join(root, 'old'), files);
  write(join(root, 'new'), files);
  write(join(root, 'old'), { '.vscode/settings.json': JSON.stringify({
    'unspool.targetVersion': '2.0.0', 'unspool.definitionStyle': 'dict', 'unspool.ignore': ['UNS501'],
  }) });
  const old = fixed(files, ['--unsafe-fixes', '--target-version', '2.0.0', '--definition-style', 'dict', '--ignore', 'UNS501']);
  const recent = fixed(files);
  assert.notEqual(old['chat.py'], recent['chat.py']);
  assert.notEqual(old['requirements.txt'], recent['requirements.txt']);
  assert.equal(old['stores.py'], STORES);

  const page = await openWindow(folders.code, join(root, 'multi.code-workspace'));
  try {
    await ui.open(page, 'chat.py');
    await ui.squiggle(page).waitFor({ state: 'attached' });
    await ui.showView(page);
    await ui.view(page).locator('.monaco-list-row', { hasText: 'stores.py' }).first().waitFor();
    await ui.run(page, 'Unspool: Migrate Workspace');
    await ui.answer(page, 'Preview All Changes');
    await ui.preview(page);
    await folders.shot(page, 'multi-root');
    await ui.apply(page);
    for (const name of Object.keys(files)) {
      await ui.disk(join(root, 'old', name), old[name]);
      await ui.disk(join(root, 'new', name), recent[name]);
    }
    assert.equal(folders.code.servers().length, 1, 'one server for both');
  } catch (error) {
    await folders.shot(page, 'FAILED multi-root');
    throw error;
  } finally {
    await page.close({ runBeforeUnload: true });
  }
});

test('many files', async (t) => {
  const names = Array.from({ length: 300 }, (_, number) => `part${number}/assistant.py`);
  const folder = folders.workspace('many', Object.fromEntries(names.map((name) => [name, ASSISTANT])));
  const page = await openWindow(folders.code, folder, names[0]);
  const step = folders.step(t, page);
  const untouched = () => assert.ok(names.every((name) => readFileSync(join(folder, name), 'utf8') === ASSISTANT));
  const dialog = page.locator('.monaco-dialog-box');

  await step('the migration is cancelled while it looks', async () => {
    await ui.statusText(page, /2400 legacy/);
    await ui.run(page, 'Unspool: Migrate Workspace');
    await ui.notified(page, 'looking for legacy calls', 'Cancel');
    await page.locator('.notification-toast', { hasText: 'looking for legacy calls' }).waitFor({ state: 'hidden' });
    await sleep(1500);
    assert.equal(await dialog.count(), 0);
    untouched();
  });

  await step('in the dialog, and while it prepares', async () => {
    await ui.run(page, 'Unspool: Migrate Workspace');
    await ui.answer(page, 'Cancel');
    await ui.run(page, 'Unspool: Migrate Workspace');
    const words = await ui.answer(page, 'Preview All Changes');
    assert.match(words, /2400 legacy calls in 300 files/);
    const toast = await ui.notified(page, 'preparing the migration');
    await folders.shot(page, 'progress');
    await toast.locator('.monaco-button', { hasText: 'Cancel' }).click();
    await toast.waitFor({ state: 'hidden' });
    await sleep(1500);
    assert.equal(await page.locator('.bulk-edit-panel .monaco-list-row').count(), 0);
    untouched();
  });

  await step('in the preview; typing goes on meanwhile', async () => {
    await ui.run(page, 'Unspool: Migrate Workspace');
    await ui.answer(page, 'Preview All Changes');
    await ui.preview(page);
    await page.locator('.monaco-button:visible', { hasText: 'Discard' }).first().click();
    await page.locator('.bulk-edit-panel .monaco-list-row').first().waitFor({ state: 'hidden' });
    await ui.statusText(page, /2400 legacy/);
    untouched();
    assert.ok(!existsSync(join(folder, 'unspool-migration.md')));
  });
  await page.close({ runBeforeUnload: true });
});

test('fix on save applies what is safe', async () => {
  const rest = BLOCKED.split('client = OpenAI()\n')[1];
  const folder = folders.workspace('onsave', {
    'mixed.py': STORES + rest,
    '.vscode/settings.json': JSON.stringify({ 'editor.codeActionsOnSave': { 'source.fixAll.unspool': 'explicit' } }),
  });
  const wanted = fixed({ 'mixed.py': `# saved\n${STORES}${rest}` }, [])['mixed.py'];
  const page = await openWindow(folders.code, folder, 'mixed.py');
  await ui.squiggle(page).waitFor({ state: 'attached' });
  await ui.goTo(page, 1, 1);
  await page.keyboard.type('# saved\n');
  await ui.save(page);
  await ui.disk(join(folder, 'mixed.py'), wanted);
  await folders.shot(page, 'fix-on-save');
  await page.close({ runBeforeUnload: true });
});

test('a virtual folder: open files are looked at', async () => {
  const root = folders.workspace('virtual', {
    'virtual.code-workspace': JSON.stringify({ folders: [{ uri: 'vscode-vfs://test/' }] }),
  });
  const page = await openWindow(folders.code, join(root, 'virtual.code-workspace'));
  try {
    await page.locator('.explorer-folders-view .monaco-list-row', { hasText: 'virtual.py' }).dblclick();
    await ui.squiggle(page).waitFor({ state: 'attached' });
    await ui.run(page, 'Unspool: Migrate Workspace');
    await ui.notified(page, 'where its files are on a disk');
    await folders.shot(page, 'virtual');
  } catch (error) {
    await folders.shot(page, 'FAILED virtual');
    throw error;
  } finally {
    await page.close({ runBeforeUnload: true });
  }
});
