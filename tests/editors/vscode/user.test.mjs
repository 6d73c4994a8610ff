// An ordinary day, in a light theme: half-typed code, undo, a branch that changes under the editor.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { openWindow } from './code.mjs';
import { CHAT, fixed, found, STORES, suite, write } from './fixture.mjs';
import * as ui from './ui.mjs';

const user = suite('user', { settings: { 'workbench.colorTheme': 'Default Light Modern' } });

const MESSY = `# -*- coding: utf-8 -*-
import os, time
from openai import OpenAI
try:
    import openai
except ImportError: openai = None

client = OpenAI( api_key = os.environ['KEY'] )   # the one client
ASSISTANT = "asst_abc"

class Bot:
	def __init__(self):
		self.thread = client.beta.threads.create( )  # naïve 😀
	def say(self, text):
		client.beta.threads.messages.create(thread_id=self.thread.id,
		    role = 'user', content = text)
		run = client.beta.threads.runs.create(thread_id=self.thread.id, assistant_id=ASSISTANT)
		while run.status in ('queued', 'in_progress'):
			time.sleep(.5); run = client.beta.threads.runs.retrieve(run.id, thread_id=self.thread.id)
		return client.beta.threads.messages.list(thread_id=self.thread.id).data[0].content[0].text.value

def index(paths):
    store = client.beta.vector_stores.create(name='x'); ids = [store.id]
    return ids
`.replaceAll('\n', '\r\n');

test('a day', async (t) => {
  const { code, shot } = user;
  const files = { 'messy.py': MESSY, 'chat.py': CHAT, 'pkg/stores.py': STORES, 'requirements.txt': 'openai==1.30.0\n' };
  const folder = user.workspace('day', files);
  const git = (...words) => {
    const done = spawnSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@t', ...words], { cwd: folder, encoding: 'utf8' });
    assert.equal(done.status, 0, done.stderr);
  };
  git('init', '-q', '-b', 'legacy');
  git('config', 'core.autocrlf', 'false');
  git('add', '.');
  git('commit', '-qm', 'legacy');
  const page = await openWindow(code, folder, 'messy.py');
  const step = user.step(t, page);
  const all = found(files).all;

  await step('a messy file with tabs and Windows line ends has its findings', async () => {
    await ui.squiggle(page).waitFor({ state: 'attached' });
    await ui.statusText(page, new RegExp(`${all} legacy`));
    await shot(page, 'messy');
  });

  await step('half a statement keeps the findings, and moves them', async () => {
    const before = await ui.squiggles(page);
    await ui.goTo(page, 10, 1);
    await page.keyboard.type('def half(x, y=(');
    await sleep(1500);
    assert.ok((await ui.squiggles(page)) >= before - 1);
    await page.keyboard.press('Enter');
    await page.keyboard.type('more = [');
    await sleep(1500);
    assert.ok((await ui.squiggles(page)) > 0);
    await shot(page, 'half-typed');
    await ui.run(page, 'File: Revert File');
    await ui.statusText(page, new RegExp(`${all} legacy`));
  });

  await step('the rule is explained beside the code, without the network', async () => {
    await ui.open(page, 'chat.py');
    await ui.goTo(page, 7, 25);
    await ui.fixes(page, 'Explain UNS101');
    await shot(page, 'light-bulb');
    const titles = await page.locator('.action-widget .monaco-list-row.action').allInnerTexts();
    for (const wanted of [/^Migrate /, /Ignore UNS101 on this line/, /Explain UNS101/]) {
      assert.ok(titles.some((title) => wanted.test(title)), `${wanted} among ${titles}`);
    }
    await ui.choose(page, 'Explain UNS101');
    const frame = await ui.webview(page, 'UNS101');
    assert.match(await frame.locator('body').innerText(), /conversation/);
    await shot(page, 'explained');
    await ui.run(page, 'View: Close Editor');
  });

  await step('a comment keeps a finding quiet', async () => {
    await ui.open(page, 'stores.py');
    await ui.squiggle(page).waitFor({ state: 'attached' });
    await ui.goTo(page, 7, 30);
    await ui.fixes(page, 'Ignore UNS501 on this line');
    await ui.choose(page, 'Ignore UNS501 on this line');
    await ui.save(page);
    const lines = STORES.split('\n');
    lines[6] += '  # unspool: ignore[UNS501]';
    await ui.disk(join(folder, 'pkg/stores.py'), lines.join('\n'));
    await ui.until(async () => (await ui.squiggles(page)) === 1, 'one squiggle');
    await ui.goTo(page, 7, 30);
    await page.keyboard.press('Control+z');
    await ui.save(page);
    await ui.disk(join(folder, 'pkg/stores.py'), STORES);
  });

  await step('every call of a rule is fixed in the file', async () => {
    await ui.goTo(page, 7, 30);
    await ui.fixes(page, 'Fix every UNS501');
    await ui.choose(page, 'Fix every UNS501');
    await ui.save(page);
    await ui.disk(join(folder, 'pkg/stores.py'), fixed({ 'stores.py': STORES })['stores.py']);
    await ui.until(async () => (await ui.squiggles(page)) === 0, 'no squiggle');
    await page.keyboard.press('Control+z');
    await ui.save(page);
    await ui.until(async () => (await ui.squiggles(page)) === 2, 'two squiggles');
  });

  await step('a flow is migrated, undone, and its squiggles are back', async () => {
    await ui.open(page, 'chat.py');
    await ui.goTo(page, 8, 25);
    await ui.fixes(page, 'Migrate');
    await ui.choose(page, 'Migrate');
    await ui.preview(page);
    await ui.tickAll(page);
    await ui.apply(page);
    await ui.until(async () => (await ui.squiggles(page)) === 0, 'no squiggle');
    await ui.focusEditor(page);
    await page.keyboard.press('Control+z');
    await ui.until(async () => (await ui.squiggles(page)) >= 4, 'all squiggles');
    await ui.save(page);
    await ui.disk(join(folder, 'chat.py'), CHAT);
    await ui.statusText(page, new RegExp(`${all} legacy`));
  });

  await step('another branch is checked out under the editor, and the first one again', async () => {
    git('checkout', '-qb', 'new');
    const after = fixed({ 'chat.py': CHAT });
    write(folder, after);
    rmSync(join(folder, 'pkg'), { recursive: true });
    git('commit', '-qam', 'new');
    const rest = found({ 'messy.py': MESSY, ...after, 'requirements.txt': files['requirements.txt'] }).all;
    await ui.statusText(page, new RegExp(`\\b${rest} legacy`));
    await ui.until(async () => (await ui.squiggles(page)) === 0, 'no stale squiggle');
    git('checkout', '-q', 'legacy');
    await ui.statusText(page, new RegExp(`\\b${all} legacy`));
    await ui.until(async () => (await ui.squiggles(page)) >= 4, 'all squiggles');
    assert.equal(readFileSync(join(folder, 'chat.py'), 'utf8'), CHAT);
  });

  await step('the report follows the theme', async () => {
    await ui.run(page, 'Unspool: Show Migration Report');
    const frame = await ui.webview(page, 'Migration report');
    const shade = await frame.locator('body').evaluate((body) => getComputedStyle(body).backgroundColor);
    assert.match(shade, /255, 255, 255|248, 248, 248/);
    assert.equal(await frame.locator('script[src], img, link').count(), 0);
    await shot(page, 'report-light');
    await ui.run(page, 'View: Close Editor');
  });

  await step('the walkthrough has its pictures', async () => {
    await ui.run(page, 'View: Toggle Primary Side Bar Visibility'); // a narrow page has no room for pictures
    await ui.run(page, 'Welcome: Open Walkthrough');
    await page.locator('.quick-input-list .monaco-list-row', { hasText: 'Move off the retired agent APIs' }).first().click();
    const steps = page.locator('.getting-started-step');
    await steps.first().waitFor();
    assert.equal(await steps.count(), 5);
    for (let i = 0; i < 5; i++) {
      await steps.nth(i).click();
      await sleep(700);
      if (i === 0 || i === 2) await shot(page, `walkthrough-${i + 1}`);
    }
  });
  await page.close({ runBeforeUnload: true });
});
