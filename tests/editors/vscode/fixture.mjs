// What all test files have in common: a server with the built VSIX, folders with files, pictures.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { after, before } from 'node:test';
import { closeBrowser, startCode } from './code.mjs';

const here = import.meta.dirname;
export const root = resolve(here, '../../..');
export const extension = join(root, 'vscode-extension');
export const artefacts = join(here, 'artefacts');
export const vsix = join(extension, 'unspool-linux-x64.vsix');
export const PYTHON = spawnSync('python3', ['-c', 'import sys; print(sys.executable)'], { encoding: 'utf8' }).stdout.trim();

export const ASSISTANT = readFileSync(join(root, 'examples/assistant.py'), 'utf8');
export const STORES = `from openai import OpenAI

client = OpenAI()


def store():
    first = client.beta.vector_stores.create(name="papers")
    return client.beta.vector_stores.retrieve(first.id)
`;
export const BLOCKED = `from openai import OpenAI

client = OpenAI()


def ask(question: str, assistant: str) -> str:
    thread = client.beta.threads.create()
    client.beta.threads.messages.create(thread_id=thread.id, role="user", content=question)
    run = client.beta.threads.runs.create_and_poll(thread_id=thread.id, assistant_id=assistant)
    return client.beta.threads.runs.update(run.id, thread_id=thread.id, metadata={"a": "b"}).status
`;
export const CHAT = `from azure.ai.projects import AIProjectClient


def ask(project: AIProjectClient, question: str) -> None:
    """Ask the agent one question."""
    agent = project.agents.create_agent(model="gpt-5", name="helper", instructions="Be kind.")
    thread = project.agents.threads.create()
    project.agents.messages.create(thread_id=thread.id, role="user", content=question)
    run = project.agents.runs.create_and_process(thread_id=thread.id, agent_id=agent.id)
    print(run.status)
`;

/** A server of a test file's own, which lives as long as its tests; `name` is that of its pictures. */
export function suite(name, options = {}) {
  const work = mkdtempSync(join(tmpdir(), 'unspool-e2e-'));
  const own = { work, code: undefined };
  let shots = 0;
  own.shot = async (page, what) => {
    shots += 1;
    await page.screenshot({ path: join(artefacts, `${name}-${String(shots).padStart(2, '0')}-${what}.png`) });
  };
  /** A folder with files. */
  own.workspace = (folder, files) => {
    write(join(work, folder), files);
    return join(work, folder);
  };
  /** A test with the picture of what went wrong. */
  own.step = (t, page) => {
    let failed = false;
    return (what, body) =>
      t.test(what, { skip: failed && 'a step before it failed' }, async () => {
        try {
          await body();
        } catch (error) {
          failed = true;
          await own.shot(page, `FAILED ${what}`.replaceAll(/[^\w ]/g, ''));
          throw error;
        }
      });
  };
  before(async () => {
    mkdirSync(artefacts, { recursive: true });
    for (const old of readdirSync(artefacts)) {
      if (old.startsWith(`${name}-`)) rmSync(join(artefacts, old));
    }
    const given = typeof options === 'function' ? options(own) : options;
    own.code = await startCode(join(work, 'code'), {
      ...given,
      extensions: [vsix, standIn(work)],
      settings: { 'standIn.interpreter': PYTHON, ...given.settings },
    });
  });
  after(async () => {
    writeFileSync(join(artefacts, `${name}-log.txt`), own.code?.logs() ?? '');
    await closeBrowser();
    await own.code?.stop();
    rmSync(work, { recursive: true, force: true });
  });
  return own;
}

/** The stand-in for the Python extension, packed. */
function standIn(work) {
  const packed = join(work, 'python.vsix');
  const done = spawnSync(
    join(extension, 'node_modules/.bin/vsce'),
    ['package', '--no-dependencies', '--allow-missing-repository', '--skip-license', '--out', packed],
    { cwd: join(here, 'python-extension'), encoding: 'utf8' },
  );
  assert.equal(done.status, 0, done.stderr);
  return packed;
}

/** What the command line makes of the files of a folder, by their paths. */
export function fixed(files, options = ['--unsafe-fixes']) {
  return cli(files, ['fix', ...options, '.'], (folder) =>
    Object.fromEntries(Object.keys(files).map((path) => [path, readFileSync(join(folder, path), 'utf8')])));
}

/** How many findings the command line has in the files of a folder, in all and by their fixes. */
export function found(files) {
  const all = cli(files, ['check', '--output-format', 'json', '.'], (_, output) => JSON.parse(output));
  const number = (fix) => all.filter((one) => (one.fix?.applicability ?? null) === fix).length;
  return { all: all.length, safe: number('safe'), review: number('unsafe'), blocked: number(null) };
}

function cli(files, words, read) {
  const folder = mkdtempSync(join(tmpdir(), 'unspool-cli-'));
  write(folder, files);
  const libs = JSON.stringify(join(extension, 'bundled/libs'));
  const start = `import sys, runpy; sys.path.insert(0, ${libs}); sys.dont_write_bytecode = True; sys.argv[0] = "unspool"; runpy.run_module("unspool_server", run_name="__main__")`;
  const done = spawnSync(PYTHON, ['-I', '-S', '-c', start, ...words], { encoding: 'utf8', cwd: folder });
  assert.ok([0, 1].includes(done.status), done.stderr);
  try {
    return read(folder, done.stdout);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export function write(folder, files) {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}
