// The built VSIX in real VS Code, as a person would use it. Each step looks at the page or the disk.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { openWindow } from './code.mjs';
import { ASSISTANT, BLOCKED, CHAT, artefacts, fixed, found, STORES, suite } from './fixture.mjs';
import * as ui from './ui.mjs';

const ONE_FIXED = STORES.replace('client.beta.vector_stores.create', 'client.vector_stores.create');
const FILES = { 'assistant.py': ASSISTANT, 'app/stores.py': STORES, 'app/legacy.py': BLOCKED, 'app/chat.py': CHAT };
const LATER = { ...FILES, 'app/stores.py': ONE_FIXED };
const MIGRATED = fixed(LATER);

const core = suite('core');
const { shot, workspace } = core;

test('core', async (t) => {
  const folder = workspace('core', FILES);
  const opened = performance.now();
  const { code } = core;
  const page = await openWindow(code, folder, 'assistant.py');
  const workbench = performance.now();
  const step = core.step(t, page);
  const [first, later, last] = [found(FILES), found(LATER), found(MIGRATED)];

  await step('legacy calls have a squiggle and are struck through', async () => {
    await ui.squiggle(page).waitFor({ state: 'attached' });
    const seconds = (from, to) => ((to - from) / 1000).toFixed(1);
    const now = performance.now();
    console.log(`# window open to first squiggle: ${seconds(opened, now)} s, of which VS Code itself takes ${seconds(opened, workbench)} s until its page is there`);
    await page.locator('.monaco-editor .squiggly-inline-deprecated').first().waitFor({ state: 'attached' });
    await page.locator('.codelens-decoration', { hasText: 'Migrate this flow (7 calls)' }).first().waitFor();
  });

  await step('the tree has files, calls and counts; the status bar has their number', async () => {
    await ui.statusText(page, new RegExp(`${first.all} legacy`));
    await ui.showView(page);
    const view = ui.view(page);
    for (const [name, number] of Object.keys(FILES).map((path) => [path.split('/').at(-1), found({ [path]: FILES[path] }).all])) {
      await view.locator('.monaco-list-row', { hasText: name }).filter({ hasText: `${number} call` }).first().waitFor();
    }
    await view.locator('.monaco-list-row', { hasText: 'legacy.py' }).first().click();
    await view.locator('.monaco-list-row', { hasText: 'Threads.create' }).first().waitFor();
    await shot(page, 'tree');
    await view.locator('.monaco-list-row', { hasText: 'Threads.create' }).first().click();
    await ui.tab(page, 'legacy.py').waitFor();
    await ui.run(page, 'Explorer: Focus on Legacy agent calls View');
    await ui.run(page, 'Unspool: Group Legacy Calls by Kind');
    await view.locator('.monaco-list-row', { hasText: 'UNS102' }).filter({ hasText: '4' }).first().waitFor();
    await shot(page, 'tree-by-kind');
    await ui.run(page, 'Unspool: Group Legacy Calls by File');
  });

  await step('a hover tells what replaces the call', async () => {
    await ui.open(page, 'assistant.py');
    await ui.goTo(page, 23, 40);
    await ui.run(page, 'Show or Focus Hover');
    const hover = page.locator('.monaco-hover:visible', { hasText: 'conversations.create' }).first();
    await hover.waitFor();
    await page.locator('.monaco-hover:visible', { hasText: 'Retirement' }).first().waitFor();
    await shot(page, 'hover');
    const words = await page.locator('.monaco-hover:visible').first().innerText();
    assert.match(words, /UNS101/);
    assert.match(words, /Retirement: 2027-03-31/);
    assert.equal(words.split('retires on').length, 2, 'said once');
    await page.keyboard.press('Escape');
  });

  await step('one fix changes one call, and nothing else', async () => {
    await ui.open(page, 'stores.py');
    await ui.squiggle(page).waitFor({ state: 'attached' });
    await ui.goTo(page, 7, 30);
    const titles = await ui.bulb(page);
    assert.deepEqual(titles, [
      'Use the vector stores of the OpenAI client', 'Fix every UNS501 (vector-store) in this file',
      'Ignore UNS501 on this line', 'Explain UNS501 (vector-store)',
    ]);
    await page.keyboard.press('Escape');
    await ui.fixes(page, 'Use the vector stores of the OpenAI client');
    await shot(page, 'quick-fix');
    await ui.choose(page, 'Use the vector stores of the OpenAI client');
    await ui.save(page);
    await ui.disk(join(folder, 'app/stores.py'), ONE_FIXED);
    await ui.statusText(page, new RegExp(`${later.all} legacy`));
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
    await ui.disk(join(folder, 'app/chat.py'), MIGRATED['app/chat.py']);
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
    assert.ok(words.includes(`${later.all} legacy calls in 4 files`), words);
    assert.ok(words.includes(`${later.safe} safe to migrate, ${later.review} to review, ${later.blocked} blocked`), words);
    assert.match(words, /Only code is migrated/);
    await dialog.locator('.monaco-button', { hasText: 'Preview All Changes' }).click();
    await ui.preview(page);
    await ui.ticked(page, 'chat.py');
    await page.locator('.notifications-toasts .notification-toast').first().waitFor({ state: 'hidden' });
    await shot(page, 'preview');
    assert.deepEqual(Object.keys(FILES).map((name) => readFileSync(join(folder, name), 'utf8')), [ASSISTANT, ONE_FIXED, BLOCKED, CHAT]);
    await ui.apply(page);
    await ui.disk(join(folder, 'assistant.py'), MIGRATED['assistant.py']);
    await ui.disk(join(folder, 'app/stores.py'), MIGRATED['app/stores.py']);
    await ui.disk(join(folder, 'app/chat.py'), MIGRATED['app/chat.py']);
    await ui.disk(join(folder, 'app/legacy.py'), BLOCKED);
    assert.ok(!existsSync(join(folder, 'unspool-migration.md')));
    await ui.statusText(page, new RegExp(`\\b${last.all} legacy`));
    await page.locator('.notifications-toasts', { hasText: `Left: ${last.all} legacy calls in 1 file.` }).waitFor();
    await shot(page, 'migrated');
  });

  await step('the report says what is left, and links to it', async () => {
    await page.locator('.notifications-toasts .monaco-button', { hasText: 'Show What Is Left' }).click();
    const frame = await ui.webview(page, 'Migration report');
    const words = await frame.locator('body').innerText();
    assert.match(words, /What stands in the way/);
    assert.match(words, /metadata is set when it is made/);
    assert.match(words, /all of it/);
    await sleep(500);
    await shot(page, 'report');
    await frame.locator('a', { hasText: 'legacy.py:7' }).first().click();
    await ui.tab(page, 'legacy.py').waitFor();
  });

  await step('the report is saved as a page that a browser prints', async () => {
    await ui.run(page, 'Unspool: Save Migration Report as HTML');
    const input = page.locator('.quick-input-widget:visible input');
    await input.waitFor();
    await ui.until(async () => (await input.inputValue()).endsWith('migration-report.html'), 'a name for the file');
    await page.locator('.quick-input-widget:visible .monaco-button', { hasText: 'OK' }).click();
    const file = join(folder, 'migration-report.html');
    await ui.until(() => existsSync(file), 'the saved report');
    await ui.notified(page, 'the migration report was saved');
    const text = readFileSync(file, 'utf8');
    assert.doesNotMatch(text, /<script|src=|@import|url\(|https?:/);
    assert.match(text, /Content-Security-Policy" content="default-src 'none'/);
    const browser = await page.context().newPage();
    await browser.setContent(text);
    assert.match(await browser.locator('body').innerText(), /What stands in the way/);
    await shot(browser, 'report-saved');
    assert.ok((await browser.pdf({ path: join(artefacts, 'core-report.pdf'), format: 'A4' })).length > 10_000);
    await browser.close();
  });

  await step('the migration is undone as one', async () => {
    await ui.run(page, 'Unspool: Undo Last Workspace Migration');
    await ui.disk(join(folder, 'assistant.py'), ASSISTANT);
    await ui.disk(join(folder, 'app/stores.py'), ONE_FIXED);
    await ui.disk(join(folder, 'app/chat.py'), CHAT);
    await ui.statusText(page, new RegExp(`${later.all} legacy`));
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
    await ui.statusText(page, new RegExp(`${later.all} legacy`));
  });

  await step('a killed server is started again', async () => {
    const [killed, ...others] = code.servers();
    assert.deepEqual(others, []);
    process.kill(killed, 'SIGKILL');
    await ui.until(() => code.servers().length === 1 && code.servers()[0] !== killed, 'a new server');
    await ui.statusText(page, new RegExp(`${later.all} legacy`));
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
