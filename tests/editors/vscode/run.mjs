// One command for all: sets up what is missing, makes the VSIX when there is none, runs the tests.
// usage: node run.mjs [--core | name of a file | part of a test's name]
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

const here = import.meta.dirname ?? new URL('.', import.meta.url).pathname;
const root = resolve(here, '../../..');
const home = (process.env.EDITORS_HOME ??= join(homedir(), '.cache/unspool-editors'));
const vsix = join(root, 'vscode-extension/unspool-linux-x64.vsix');

function run(command, args, options = {}) {
  const done = spawnSync(command, args, { stdio: 'inherit', cwd: here, ...options });
  if (done.status !== 0) process.exit(done.status ?? 1);
}

run('bash', [join(here, 'setup.sh')]);
const env = { ...process.env, PATH: `${join(home, 'venv/bin')}:${process.env.PATH}` };
const libs = existsSync(join(root, 'vscode-extension/bundled/libs/libcst'));
if (!existsSync(vsix) || !libs) pack();
else if (newest() > statSync(vsix).mtimeMs) pack('--own');

function pack(...words) {
  run('python3', ['scripts/package.py', ...words], { cwd: join(root, 'vscode-extension'), env });
}

/** When something that goes into the VSIX was changed last. */
function newest() {
  const folders = ['vscode-extension/src', 'vscode-extension/media', 'vscode-extension/walkthrough', 'server', 'rules'];
  const files = folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((one) => one.isFile() && !one.parentPath.includes('__pycache__'))
      .map((one) => join(one.parentPath, one.name)));
  return Math.max(...[...files, join(root, 'vscode-extension/package.json')].map((file) => statSync(file).mtimeMs));
}
const [first, ...rest] = process.argv.slice(2);
const files = first === '--core' ? ['core.test.mjs'] : readdirSync(here).filter((name) => name.endsWith('.test.mjs'));
const name = first === '--core' ? '' : [first, ...rest].filter(Boolean).join(' ');
const wanted = files.filter((file) => file === `${name}.test.mjs`);
const pattern = name && wanted.length === 0 ? [`--test-name-pattern=${name}`] : [];
run(join(home, 'venv/bin/node'), ['--test', '--test-concurrency=1', ...pattern, ...(wanted.length > 0 ? wanted : files)], { env });
