import assert from 'node:assert/strict';
import { test } from 'node:test';
import { belongsTo, choose, command, onPath, type Probe, type Wish, type World } from '../src/python';

const NATIVE = '.cpython-312-x86_64-linux-gnu.so';

function world(pythons: Record<string, Partial<Probe> | Error>, more: Partial<World> = {}): World & { started: string[] } {
  const started: string[] = [];
  return {
    started,
    platform: 'linux',
    env: { PATH: '/usr/local/bin:bin:/usr/bin' },
    exists: (file) => file in pythons || file === `/x/libs/libcst/native${NATIVE}`,
    realpath: (file) => file,
    probe: (python) => {
      started.push(python);
      const answer = pythons[python];
      if (answer === undefined || answer instanceof Error) {
        return Promise.reject(answer ?? new Error('not there'));
      }
      return Promise.resolve({ version: [3, 12, 1], suffixes: [NATIVE], executable: python, hasServer: false, ...answer });
    },
    ...more,
  };
}

const wish = (more: Partial<Wish> = {}): Wish => ({
  strategy: 'useBundled', trusted: true, folders: ['/w'], setting: '', libs: '/x/libs', ...more,
});

test('the Python extension goes first, then the setting, then PATH', async () => {
  const all = world({ '/a/python': {}, '/b/python': {}, '/usr/bin/python3': {} });
  const one = async (w: Partial<Wish>): Promise<string | undefined> => (await choose(wish(w), all)).found?.python;
  assert.equal(await one({ selected: '/a/python', setting: '/b/python' }), '/a/python');
  assert.equal(await one({ setting: '/b/python' }), '/b/python');
  assert.equal(await one({}), '/usr/bin/python3');
});

test('what does not fit is passed over, with the reason', async () => {
  const all = world({
    '/a/python': { version: [3, 9, 1] },
    '/b/python': { suffixes: ['.pypy310.so'] },
    '/usr/local/bin/python3': new Error('no'),
    '/usr/bin/python3': {},
  });
  const { found, rejected } = await choose(wish({ selected: '/a/python', setting: '/b/python' }), all);
  assert.equal(found?.python, '/usr/bin/python3');
  assert.match(rejected[0] ?? '', /is Python 3\.9\.1, and 3\.10 or newer is needed/);
  assert.match(rejected[1] ?? '', /no native modules/);
  assert.match(rejected[2] ?? '', /cannot be started: no/);
});

test('none fits', async () => {
  const { found, rejected } = await choose(wish({ setting: 'python' }), world({}));
  assert.equal(found, undefined);
  assert.deepEqual(rejected, ['python (setting unspool.interpreter): not an absolute path']);
});

test('without trust nothing of the folder is started, not even through a link', async () => {
  const links: Record<string, string> = { '/home/link': '/w/.venv/bin/python' };
  const all = world(
    { '/w/.venv/bin/python': {}, '/home/link': {}, '/shim/python': { executable: '/w/other' }, '/usr/bin/python3': {} },
    { realpath: (file) => links[file] ?? file },
  );
  for (const setting of ['/w/.venv/bin/python', '/home/link']) {
    const { found } = await choose(wish({ trusted: false, setting }), all);
    assert.equal(found?.python, '/usr/bin/python3');
  }
  assert.deepEqual([...new Set(all.started)], ['/usr/bin/python3']);
  const { found } = await choose(wish({ trusted: false, setting: '/shim/python' }), all);
  assert.equal(found?.python, '/usr/bin/python3');
});

test('the server of an environment is used when asked for and there', async () => {
  const all = world({ '/a/python': { hasServer: true, suffixes: [] }, '/b/python': {} });
  const from = { strategy: 'fromEnvironment' } as const;
  assert.equal((await choose(wish({ ...from, selected: '/a/python' }), all)).found?.server, 'environment');
  const fallback = await choose(wish({ ...from, selected: '/b/python' }), all);
  assert.equal(fallback.found?.server, 'bundled');
  assert.match(fallback.rejected[0] ?? '', /has no package "unspool"/);
  const untrusted = await choose(wish({ ...from, trusted: false, selected: '/b/python' }), all);
  assert.equal(untrusted.found?.server, 'bundled');
});

test('relative folders of PATH are left out', () => {
  assert.deepEqual([...onPath(world({ '/usr/bin/python3': {}, 'bin/python3': {} }))], ['/usr/bin/python3']);
});

test('Windows: names, the variable in any case, drive letters', () => {
  const windows = world(
    { 'C:\\Python\\python.exe': {}, 'C:\\Windows\\py.exe': {} },
    { platform: 'win32', env: { Path: 'C:\\Windows;.;C:\\Python' } },
  );
  assert.deepEqual([...onPath(windows)], ['C:\\Python\\python.exe', 'C:\\Windows\\py.exe']);
  assert.ok(belongsTo('c:\\Work\\.venv\\Scripts\\python.exe', ['C:\\work'], windows));
  assert.ok(!belongsTo('c:\\Workshop\\python.exe', ['C:\\work'], windows));
});

test('the bundled server is isolated from what is installed', () => {
  const found = { python: '/p', version: '3.12.1', origin: '', server: 'bundled' } as const;
  assert.deepEqual(command(found, '/x').args.slice(0, 2), ['-I', '-S']);
  assert.ok(!command({ ...found, server: 'environment' }, '/x').args.includes('-S'));
});
