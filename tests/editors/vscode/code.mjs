// A private VS Code server with the built VSIX, and windows of it in headless Chromium.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { chromium } from 'playwright-core';

const HOME = process.env.EDITORS_HOME ?? join(homedir(), '.cache/unspool-editors');
const ENTRY = join(HOME, 'code-server/node_modules/code-server/out/node/entry.js');
/** The machine may be busy with other things. */
export const PATIENCE = Number(process.env.PATIENCE ?? 90) * 1000;

const QUIET = {
  'chat.disableAIFeatures': true,
  'editor.minimap.enabled': false,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'remote.autoForwardPorts': false,
  'files.autoSave': 'off', // the web workbench's default saves after a delay
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'window.commandCenter': false,
  'workbench.colorTheme': 'Default Dark Modern',
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
};

const freePort = () =>
  new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });

/** Starts a server with a profile in `dir` and extensions: { origin, remote, logs, stop, servers }. */
export async function startCode(dir, { settings = {}, extensions = [], trust = false, env: more = {} } = {}) {
  const user = join(dir, 'user');
  for (const scope of ['User', 'Machine']) { // the user's may arrive after an extension is active
    mkdirSync(join(user, scope), { recursive: true });
    writeFileSync(join(user, scope, 'settings.json'), JSON.stringify({ ...QUIET, ...settings }, null, 2));
  }
  const config = join(dir, 'config.yaml');
  writeFileSync(config, 'auth: none\n');
  const common = [ENTRY, '--config', config, '--user-data-dir', user, '--extensions-dir', join(dir, 'extensions')];
  const env = { ...process.env, EXTENSIONS_GALLERY: '{}', XDG_CONFIG_HOME: dir, XDG_DATA_HOME: dir, TMPDIR: dir, ...more };
  for (const vsix of extensions) {
    const done = spawnSync(process.execPath, [...common, '--install-extension', vsix], { env, encoding: 'utf8' });
    if (done.status !== 0) throw new Error(`install of ${vsix} failed: ${done.stdout}${done.stderr}`);
  }
  const port = await freePort();
  const server = spawn(
    process.execPath,
    [...common, '--bind-addr', `127.0.0.1:${port}`, '--auth', 'none', '--disable-telemetry', '--disable-update-check',
      ...(trust ? [] : ['--disable-workspace-trust']), '--disable-getting-started-override', '--ignore-last-opened'],
    { env, stdio: ['ignore', 'pipe', 'pipe'], detached: true }, // its own process group
  );
  let log = '';
  for (const stream of [server.stdout, server.stderr]) stream.on('data', (data) => (log += data));
  const origin = `http://127.0.0.1:${port}`;
  for (let i = 0; ; i++) {
    if (server.exitCode !== null || i > 600) throw new Error(`VS Code did not start:\n${log}`);
    try {
      if ((await fetch(`${origin}/healthz`)).ok) break;
    } catch {} // not yet
    await sleep(100);
  }
  const stop = async () => {
    const gone = new Promise((done) => server.once('close', done));
    for (const signal of ['SIGTERM', 'SIGKILL']) {
      try {
        process.kill(-server.pid, signal);
      } catch {
        return; // the whole group is gone
      }
      await Promise.race([gone, sleep(2000)]);
    }
  };
  const logs = (only = "") => {
    const at = join(user, 'logs');
    const files = existsSync(at) ? readdirSync(at, { recursive: true }) : [];
    const wanted = files.filter((file) => /exthost.*\.log$|Unspool.*\.log$/.test(file));
    return [log, ...wanted.map((file) => `== ${file}\n${readFileSync(join(at, file), 'utf8')}`)].join('\n');
  };
  /** Process ids of what runs out of this profile: our language servers, the extension hosts. */
  const running = (what) =>
    readdirSync('/proc').filter((pid) => {
      try {
        const words = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
        return /^\d+$/.test(pid) && words.includes(what) && (words + readFileSync(`/proc/${pid}/environ`, 'utf8')).includes(dir);
      } catch {
        return false;
      }
    }).map(Number);
  const servers = () => running('launch.py');
  const hosts = () => running('--type=extensionHost');
  return { origin, stop, logs, servers, hosts, remote: (path) => `vscode-remote://127.0.0.1:${port}${path}` };
}

let browser;

/** Opens a folder, and a file in it, in a new window. */
export async function openWindow(code, folder, file) {
  browser ??= await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
      '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, acceptDownloads: true });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  await page.route((url) => url.origin !== code.origin && url.protocol.startsWith('http') && !url.host.includes('vscode-cdn'), (route) => route.abort());
  const query = new URLSearchParams(folder?.endsWith('.code-workspace') ? { workspace: folder } : { folder });
  if (file) query.set('payload', JSON.stringify([['openFile', code.remote(join(folder, file))]]));
  await page.goto(`${code.origin}/?${query}`);
  await page.waitForSelector('.monaco-workbench');
  return page;
}

export async function closeBrowser() {
  await browser?.close();
  browser = undefined;
}
