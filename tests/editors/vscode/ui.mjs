// What a person does and sees in a window.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { PATIENCE } from './code.mjs';

export const squiggle = (page) =>
  page.locator('.monaco-editor .squiggly-warning, .monaco-editor .squiggly-error, .monaco-editor .squiggly-info').first();
export const tab = (page, name) => page.locator('.tabs-container .tab.active', { hasText: name }).first();
export const view = (page) => page.locator('.pane', { has: page.locator('.pane-header', { hasText: 'Legacy agent calls' }) });

/** Wait for something; an error tells what for. */
export async function until(holds, what, patience = PATIENCE) {
  for (const end = Date.now() + patience; Date.now() < end; await sleep(100)) {
    if (await holds()) return;
  }
  throw new Error(`waited in vain for ${what}`);
}

/** A file has exactly this text. */
export async function disk(file, text) {
  await until(() => readFileSync(file, 'utf8') === text, file, 30_000).catch(() => {});
  assert.equal(readFileSync(file, 'utf8'), text);
}

/** Run a command by its name in the palette. */
export async function run(page, name) {
  await page.keyboard.press('Escape');
  await page.keyboard.press('F1');
  const input = page.locator('.quick-input-widget:visible input');
  await input.waitFor();
  await input.fill(`>${name}`);
  await page.locator('.quick-input-list .monaco-list-row', { hasText: name.split(': ').at(-1) }).first().waitFor();
  await page.keyboard.press('Enter');
}

/** Open a file of the workspace by its name. */
export async function open(page, name) {
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+p');
  const input = page.locator('.quick-input-widget:visible input');
  await input.waitFor();
  await input.fill(name);
  await page.locator('.quick-input-list .monaco-list-row', { hasText: name }).first().waitFor();
  await sleep(300);
  await page.keyboard.press('Enter');
  await tab(page, name).waitFor();
  await focusEditor(page);
}

export async function focusEditor(page) {
  await run(page, 'View: Focus Active Editor Group');
  await sleep(200);
}

export async function goTo(page, line, column) {
  await focusEditor(page);
  await page.keyboard.press('Control+g');
  const input = page.locator('.quick-input-widget:visible input');
  await input.waitFor();
  await input.fill(`:${line}:${column}`);
  await page.keyboard.press('Enter');
  await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
}

export async function save(page) {
  await focusEditor(page);
  await page.keyboard.press('Control+s');
  await page.locator('.tabs-container .tab.active.dirty').waitFor({ state: 'detached' });
}

/** Open the menu of fixes, until it holds one. */
export async function fixes(page, title) {
  const row = page.locator('.action-widget .monaco-list-row', { hasText: title }).first();
  for (let i = 0; i < 8 && !(await row.isVisible()); i++) {
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+.');
    await row.waitFor({ timeout: 5000 }).catch(() => {});
  }
  assert.ok(await row.isVisible(), `no fix "${title}"`);
}

/** Take a fix from the open menu. */
export async function choose(page, title) {
  const rows = page.locator('.action-widget .monaco-list-row.action');
  const titles = await rows.allInnerTexts();
  const at = titles.findIndex((text) => text.includes(title));
  for (let i = 0; i < at; i++) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
}

export async function statusText(page, pattern) {
  await page.locator('.statusbar-item', { hasText: pattern }).first().waitFor();
}

/** Make the view "Legacy agent calls" visible and large. */
export async function showView(page) {
  await run(page, 'Explorer: Focus on Legacy agent calls View');
  await view(page).locator('.monaco-list-row').first().waitFor();
}

export async function preview(page) {
  await page.locator('.bulk-edit-panel .monaco-list-row').first().waitFor();
  await page.locator('.monaco-button:visible', { hasText: 'Apply' }).first().waitFor();
}

const box = (page, name) =>
  page.locator('.bulk-edit-panel .monaco-list-row', { hasText: name }).first().locator('.edit-checkbox, [role=checkbox], input[type=checkbox]').first();

/** Tick a file in the preview. */
export const tick = (page, name) => box(page, name).click();

/** A file in the preview has its tick. */
export const ticked = (page, name) => until(() => box(page, name).isChecked(), `a tick at ${name}`);

export async function apply(page) {
  await page.locator('.monaco-button:visible', { hasText: 'Apply' }).first().click();
}

/** The frame of a webview with a heading. */
export async function webview(page, heading) {
  let found;
  await until(async () => {
    for (const frame of page.frames()) {
      if (await frame.locator('h1', { hasText: heading }).count().catch(() => 0)) {
        found = frame;
        return true;
      }
    }
    return false;
  }, `the page "${heading}"`);
  return found;
}

/** Wait for a notification and press one of its buttons. */
export async function notified(page, words, button) {
  const toast = page.locator('.notification-toast', { hasText: words }).first();
  await toast.waitFor();
  if (button) await toast.locator('.monaco-button', { hasText: button }).first().click();
  return toast;
}

/** Open the menu of fixes with the mouse, by the light bulb. */
export async function bulb(page) {
  await page.mouse.move(1200, 700);
  const icon = page.locator('.monaco-editor [class*="codicon-gutter-lightbulb"], .monaco-editor .lightBulbWidget').first();
  await icon.waitFor();
  await icon.click();
  await page.locator('.action-widget .monaco-list-row.action').first().waitFor();
  return page.locator('.action-widget .monaco-list-row.action').allInnerTexts();
}

/** The button of the dialog that asks. */
export async function answer(page, button) {
  const dialog = page.locator('.monaco-dialog-box');
  await dialog.waitFor();
  const words = await dialog.innerText();
  await dialog.locator('.monaco-button', { hasText: button }).click();
  await dialog.waitFor({ state: 'detached' });
  return words;
}

/** All problems are told of, and what the editor underlines is what the server says now. */
export const squiggles = (page) =>
  page.locator('.monaco-editor .squiggly-warning, .monaco-editor .squiggly-error, .monaco-editor .squiggly-info').count();

/** The text of the active editor, as far as it is visible. */
export const shownText = async (page) =>
  (await page.locator('.editor-group-container.active .view-lines').first().innerText()).replaceAll('\u00a0', ' ');

/** Tick every file in the preview. */
export async function tickAll(page) {
  const boxes = page.locator('.bulk-edit-panel .monaco-list-row[aria-level="1"]').locator('.edit-checkbox, [role=checkbox], input[type=checkbox]');
  for (let i = 0; i < (await boxes.count()); i++) {
    if (!(await boxes.nth(i).isChecked())) await boxes.nth(i).click();
  }
}

/** Make the view "Legacy agent calls" visible, also when it has nothing to list. */
export async function showPane(page) {
  await run(page, 'Explorer: Focus on Legacy agent calls View');
  await view(page).waitFor();
}

/** Press the keys that save until the disk has it: a notebook may just be busy. */
export async function saved(page, holds) {
  for (let i = 0; i < 10 && !holds(); i++) {
    await page.keyboard.press('Control+s');
    await until(holds, 'the saved file', 3000).catch(() => {});
  }
}
