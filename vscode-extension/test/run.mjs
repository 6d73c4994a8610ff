// Builds the tests with the editor's interface replaced by test/vscode.ts, and runs them.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = fileURLToPath(new URL('.', import.meta.url));
const out = join(here, '../out');
const entryPoints = readdirSync(here).filter((name) => name.endsWith('.test.ts')).map((name) => join(here, name));
await build({
  entryPoints, outdir: out, bundle: true, platform: 'node', format: 'cjs', target: 'node20', sourcemap: 'inline',
  alias: { vscode: join(here, 'vscode.ts') }, logLevel: 'warning',
});
const tests = entryPoints.map((name) => join(out, name.slice(here.length).replace(/\.ts$/, '.js')));
process.exit(spawnSync(process.execPath, ['--enable-source-maps', '--test', ...tests], { stdio: 'inherit' }).status ?? 1);
