// Notebooks and the files beside the code: seen, fixed, migrated with the workspace, taken back.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { openWindow } from './code.mjs';
import { CHAT, fixed, found, suite } from './fixture.mjs';
import * as ui from './ui.mjs';

const code = (source) => ({ cell_type: 'code', execution_count: 1, metadata: {}, outputs: [], source });
const notebook = (...cells) =>
  JSON.stringify({ cells, metadata: { language_info: { name: 'python' } }, nbformat: 4, nbformat_minor: 5 }, null, 1);
const STORE = ['from openai import OpenAI\n', 'client = OpenAI()\n', 'store = client.beta.vector_stores.create(name="papers")'];
const STORE_FIXED = 'store = client.vector_stores.create(name="papers")';
const PICTURE = { output_type: 'display_data', metadata: {}, data: { 'image/png': 'aGk='.repeat(50) } };
const FLOW = CHAT.split('\n\n\n').map((part) => part.trimEnd().split(/(?<=\n)/));

const book = suite('notebooks');
const cells = (file) => JSON.parse(readFileSync(file, 'utf8')).cells;
const squiggle = (page) => page.locator('.notebookOverlay .squiggly-error, .notebookOverlay .squiggly-warning').first();
/** Open from the Explorer: a file in the address would be opened as text. */
const show = (page, name) => page.locator('.explorer-folders-view .monaco-list-row', { hasText: name }).dblclick();

test('a cell', async (t) => {
  const folder = book.workspace('cell', { 'agents.ipynb': notebook(code(STORE), ...FLOW.map(code)), 'requirements.txt': 'rich\n' });
  const file = join(folder, 'agents.ipynb');
  const page = await openWindow(book.code, folder);
  const step = book.step(t, page);

  await step('a dependency file or a notebook starts the extension; the view has the notebook', async () => {
    await ui.statusText(page, new RegExp(`${found({ 'agents.ipynb': readFileSync(file, 'utf8') }).all} legacy`));
    await ui.showView(page);
    const view = ui.view(page);
    await view.locator('.monaco-list-row', { hasText: 'agents.ipynb' }).first().click();
    await view.locator('.monaco-list-row', { hasText: 'cell 1, line 3' }).first().click();
    await ui.tab(page, 'agents.ipynb').waitFor();
  });

  await step('it has squiggles, and a line above the cell that holds a flow', async () => {
    await squiggle(page).waitFor({ state: 'attached' });
    await page.locator('.notebookOverlay .codelens-decoration', { hasText: 'Migrate this flow (4 calls)' }).first().waitFor();
    await book.shot(page, 'cells');
  });

  await step('one call is fixed in its cell', async () => {
    const fix = page.locator('.action-widget .monaco-list-row', { hasText: 'Use the vector stores of the OpenAI client' }).first();
    for (let i = 0; i < 5 && !(await fix.isVisible()); i++) {
      const box = await squiggle(page).boundingBox();
      await page.mouse.click(box.x + box.width / 2, box.y); // Escape would leave the cell
      await page.mouse.move(box.x, box.y + 300);
      await page.keyboard.press('Control+.');
      await fix.waitFor({ timeout: 5000 }).catch(() => {});
    }
    await ui.choose(page, 'Use the vector stores of the OpenAI client');
    await page.locator('.notebookOverlay .view-lines', { hasText: 'client.vector_stores' }).first().waitFor();
    await ui.saved(page, () => readFileSync(file, 'utf8').includes('store = client.vector_stores.create'));
    assert.deepEqual(cells(file)[0].source, [...STORE.slice(0, 2), STORE_FIXED]);
  });

  await step('the flow is migrated by the line above the cell', async () => {
    await page.locator('.notebookOverlay .codelens-decoration a', { hasText: 'Migrate this flow (4 calls)' }).first().click();
    await ui.preview(page);
    await book.shot(page, 'flow-preview');
    await ui.tickAll(page);
    await ui.apply(page);
    await ui.until(async () => (await squiggle(page).count()) === 0, 'no squiggle');
    const wanted = cells0(fixed({ 'agents.ipynb': notebook(code([...STORE.slice(0, 2), STORE_FIXED]), ...FLOW.map(code)) })['agents.ipynb']);
    await ui.saved(page, () => JSON.stringify(cells(file).map(text)) === JSON.stringify(wanted));
    assert.deepEqual(cells(file).map(text), wanted);
    await book.shot(page, 'flow-applied');
  });
  await page.close({ runBeforeUnload: true });
});

test('the workspace', async (t) => {
  const files = {
    'open.ipynb': notebook(code(STORE)),
    'closed.ipynb': notebook({ ...code(STORE), outputs: [PICTURE], metadata: { kept: [1.0, 'é'] } }),
    'chat.py': CHAT,
    'requirements.txt': 'azure-ai-projects==1.0.0\nazure-ai-agents==1.1.0\nopenai>=1.0\n',
    '.env': 'OPENAI_API_KEY=sk-none\n',
  };
  const folder = book.workspace('whole', files);
  const page = await openWindow(book.code, folder);
  const step = book.step(t, page);
  const wanted = fixed(files);
  const [before, after] = [found(files), found(wanted)];

  await step('everything is counted', async () => {
    await ui.statusText(page, new RegExp(`${before.all} legacy`));
    await ui.showView(page);
    await ui.view(page).locator('.monaco-list-row', { hasText: 'requirements.txt' }).filter({ hasText: /\d entr(y|ies)/ }).first().waitFor();
    await show(page, 'open.ipynb');
    await squiggle(page).waitFor({ state: 'attached' });
  });

  await step('everything is migrated; outputs and metadata of a closed notebook keep their bytes', async () => {
    await ui.run(page, 'Unspool: Migrate Workspace');
    const words = await ui.answer(page, 'Preview All Changes');
    assert.match(words, /in 1 dependency or settings file/);
    await ui.preview(page);
    await book.shot(page, 'preview');
    await ui.apply(page);
    await ui.disk(join(folder, 'chat.py'), wanted['chat.py']);
    await ui.disk(join(folder, 'requirements.txt'), wanted['requirements.txt']);
    await ui.disk(join(folder, 'closed.ipynb'), wanted['closed.ipynb']);
    await ui.disk(join(folder, '.env'), files['.env']);
    await ui.until(() => text(cells(join(folder, 'open.ipynb'))[0]) === [...STORE.slice(0, 2), STORE_FIXED].join(''), 'the open notebook', 20_000);
    await ui.statusText(page, after.all > 0 ? new RegExp(`\\b${after.all} legacy`) : /Unspool/);
    await ui.notified(page, 'migrated in 4 files');
    await book.shot(page, 'migrated');
  });

  await step('all of it is taken back', async () => {
    await ui.run(page, 'Unspool: Undo Last Workspace Migration');
    await ui.disk(join(folder, 'chat.py'), CHAT);
    await ui.disk(join(folder, 'requirements.txt'), files['requirements.txt']);
    await ui.disk(join(folder, 'closed.ipynb'), files['closed.ipynb']);
    await ui.until(() => text(cells(join(folder, 'open.ipynb'))[0]) === STORE.join(''), 'the open notebook', 20_000);
    await ui.statusText(page, new RegExp(`${before.all} legacy`));
  });
  await page.close({ runBeforeUnload: true });
});

const text = ({ source }) => [source].flat().join('');
const cells0 = (json) => JSON.parse(json).cells.map(text);
