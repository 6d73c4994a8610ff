// The pictures of the extension's README and walkthrough are those of the last run of the tests.
import { copyFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

const here = import.meta.dirname ?? new URL('.', import.meta.url).pathname;
const images = resolve(here, '../../../vscode-extension/images');
const WANTED = { findings: 'core-.*-tree', 'quick-fix': 'core-.*-quick-fix', preview: 'core-.*-preview', report: 'core-.*-report' };

const taken = readdirSync(join(here, 'artefacts'));
for (const [name, pattern] of Object.entries(WANTED)) {
  const found = taken.filter((file) => new RegExp(`^${pattern}\\.png$`).test(file)).sort().at(-1);
  if (!found) throw new Error(`no picture "${name}": run all tests first`);
  copyFileSync(join(here, 'artefacts', found), join(images, `${name}.png`));
}
