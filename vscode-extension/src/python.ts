/** Which Python interpreter the server runs on. Knows no editor: the world comes as an argument. */
import * as path from 'node:path';

export type Strategy = 'useBundled' | 'fromEnvironment';

/** What bundled/probe.py says about an interpreter. */
export interface Probe {
  version: [number, number, number];
  /** Ends of the names of native modules that it can load. */
  suffixes: string[];
  /** The interpreter itself, where the path that was started is a launcher. */
  executable: string;
  hasServer: boolean;
}

export interface World {
  platform: NodeJS.Platform;
  env: NodeJS.ProcessEnv;
  exists(file: string): boolean;
  realpath(file: string): string;
  probe(python: string, forServer: boolean): Promise<Probe>;
}

export interface Wish {
  strategy: Strategy;
  /** Without trust, nothing that lies in a folder of the workspace is started. */
  trusted: boolean;
  folders: string[];
  /** The Python extension's choice. */
  selected?: string | undefined;
  /** The value of `unspool.interpreter`. */
  setting: string;
  /** The folder of the bundled packages. */
  libs: string;
}

export interface Found {
  python: string;
  version: string;
  /** Where it comes from, in words. */
  origin: string;
  server: 'bundled' | 'environment';
}

export interface Choice {
  found?: Found;
  /** Why each candidate before it, or each of all, was not taken. */
  rejected: string[];
}

export const OLDEST: readonly [number, number] = [3, 10];

/** The first candidate that the server can run on. */
export async function choose(wish: Wish, world: World): Promise<Choice> {
  const rejected: string[] = [];
  const seen = new Set<string>();
  for (const [candidate, origin] of candidates(wish, world)) {
    if (seen.has(candidate)) {
      continue;
    }
    seen.add(candidate);
    const answer = await examine(candidate, origin, wish, world);
    if (typeof answer !== 'string') {
      if (wish.strategy === 'fromEnvironment' && answer.server === 'bundled') {
        rejected.push(`${candidate}: has no package "unspool", the extension's own server is used`);
      }
      return { found: answer, rejected };
    }
    rejected.push(`${candidate} (${origin}): ${answer}`);
  }
  return { rejected };
}

function* candidates(wish: Wish, world: World): Generator<[string, string]> {
  if (wish.selected) {
    yield [wish.selected, 'chosen in the Python extension'];
  }
  if (wish.setting) {
    yield [wish.setting, 'setting unspool.interpreter'];
  }
  for (const file of onPath(world)) {
    yield [file, 'found on PATH'];
  }
}

/** Interpreters on PATH; folders that are relative mean something else in each place, and are left out. */
export function* onPath(world: World): Generator<string> {
  const windows = world.platform === 'win32';
  const paths = windows ? path.win32 : path.posix;
  const names = windows
    ? ['python3.exe', 'python.exe', 'py.exe']
    : ['python3', 'python', ...[14, 13, 12, 11, 10].map((minor) => `python3.${minor}`)];
  const value = world.env[Object.keys(world.env).find((key) => key.toUpperCase() === 'PATH') ?? 'PATH'];
  const folders = (value ?? '').split(paths.delimiter).filter((folder) => paths.isAbsolute(folder));
  for (const name of names) {
    for (const folder of folders) {
      const file = paths.join(folder, name);
      if (world.exists(file)) {
        yield file;
      }
    }
  }
}

/** An interpreter as the server's, or the reason why it is not. */
async function examine(
  candidate: string,
  origin: string,
  wish: Wish,
  world: World,
): Promise<Found | string> {
  const paths = world.platform === 'win32' ? path.win32 : path.posix;
  if (!paths.isAbsolute(candidate)) {
    return 'not an absolute path';
  }
  if (!world.exists(candidate)) {
    return 'not there';
  }
  const forServer = wish.trusted && wish.strategy === 'fromEnvironment';
  if (!wish.trusted && belongsTo(candidate, wish.folders, world)) {
    return 'lies in the folder, which is not trusted';
  }
  let probe: Probe;
  try {
    probe = await world.probe(candidate, forServer);
  } catch (error) {
    return `cannot be started: ${error instanceof Error ? error.message : String(error)}`;
  }
  if (!wish.trusted && belongsTo(probe.executable, wish.folders, world)) {
    return 'leads into the folder, which is not trusted';
  }
  const [major, minor] = probe.version;
  const version = probe.version.join('.');
  if (major !== OLDEST[0] || minor < OLDEST[1]) {
    return `is Python ${version}, and ${OLDEST.join('.')} or newer is needed`;
  }
  const python = probe.executable || candidate;
  if (forServer && probe.hasServer) {
    return { python, version, origin, server: 'environment' };
  }
  if (!probe.suffixes.some((end) => world.exists(paths.join(wish.libs, 'libcst', `native${end}`)))) {
    return `is Python ${version} of a kind that the extension has no native modules for`;
  }
  return { python, version, origin, server: 'bundled' };
}

/** Whether a file, or what it links to, lies in one of some folders. */
export function belongsTo(file: string, folders: string[], world: World): boolean {
  const paths = world.platform === 'win32' ? path.win32 : path.posix;
  const places = [file, world.realpath(file), paths.join(world.realpath(paths.dirname(file)), paths.basename(file))];
  return folders
    .flatMap((folder) => [folder, world.realpath(folder)])
    .some((folder) => places.some((place) => within(place, folder, world.platform)));
}

function within(file: string, folder: string, platform: NodeJS.Platform): boolean {
  const paths = platform === 'win32' ? path.win32 : path.posix;
  const fold = (text: string): string => (platform === 'linux' ? text : text.toLowerCase());
  const relative = paths.relative(fold(folder), fold(file));
  return relative !== '' && !relative.startsWith('..') && !paths.isAbsolute(relative);
}

/** The command line of the server. */
export function command(found: Found, bundled: string): { command: string; args: string[] } {
  const launch = path.join(bundled, 'launch.py');
  return found.server === 'bundled'
    ? { command: found.python, args: ['-I', '-S', '-X', 'utf8', launch, 'bundled'] }
    : { command: found.python, args: ['-X', 'utf8', launch, 'environment'] };
}
