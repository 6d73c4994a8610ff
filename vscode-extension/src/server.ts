/** Starts, watches, restarts and stops the language server. */
import { execFile } from 'node:child_process';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { promisify } from 'node:util';
import * as vscode from 'vscode';
import {
  CloseAction,
  ErrorAction,
  LanguageClient,
  RevealOutputChannelOn,
  State as ClientState,
  type ErrorHandler,
  type LanguageClientOptions,
  type StaticFeature,
} from 'vscode-languageclient/node';
import { Backoff, CRASHES } from './backoff';
import { log } from './log';
import { choose, command, type Found, type Probe, type World } from './python';
import { plainer, shorter } from './hover';
import * as pythonExtension from './pythonExtension';
import * as settings from './settings';
import { traceChannel } from './trace';

export type State = 'starting' | 'ready' | 'stopped' | 'noInterpreter';

const run = promisify(execFile);
const PROBE_TIMEOUT = 30_000;
const STOP_TIMEOUT = 3_000;

/** Files that declare dependencies or hold settings; the server knows them by their names. */
export const BESIDE_CODE =
  '**/{pyproject.toml,Pipfile,setup.cfg,environment*.yml,environment*.yaml,*requirements*.txt,*requirements*.in,.env,.env.*}';

export const SELECTOR = [
  ...['file', 'untitled', 'vscode-notebook-cell', 'vscode-vfs', 'vscode-remote'].map((scheme) => ({
    scheme,
    language: 'python',
  })),
  { scheme: 'file', pattern: BESIDE_CODE },
];

/** Tells the server of the commands that it may put into its answers. */
const COMMANDS: StaticFeature = {
  fillClientCapabilities: (capabilities) => {
    capabilities.experimental = { ...capabilities.experimental, commands: { commands: ['unspool.explainRule'] } };
  },
  initialize: () => {},
  getState: () => ({ kind: 'static' }),
  clear: () => {},
};

/** A client whose troubles go to the log: the user is told once, with a button that helps. */
class QuietClient extends LanguageClient {
  override error(message: string, data?: unknown): void {
    super.error(message, data, false);
  }
}

export class Server implements vscode.Disposable {
  /** The running client; another one after each restart. */
  client: LanguageClient | undefined;
  found: Found | undefined;
  state: State = 'starting';

  private readonly changed = new vscode.EventEmitter<State>();
  readonly onState = this.changed.event;
  private readonly backoff = new Backoff();
  private queue: Promise<void> = Promise.resolve();
  private waiting = false;
  private told = false;
  private readonly bundled: string;
  private readonly trace = traceChannel();

  constructor(context: vscode.ExtensionContext) {
    this.bundled = path.join(context.extensionPath, 'bundled');
  }

  /** Stop what runs and start anew; calls that come while one waits are one. */
  restart(why: string): Promise<void> {
    if (!this.waiting) {
      this.waiting = true;
      this.queue = this.queue.then(async () => {
        this.waiting = false;
        log().info(`Starting: ${why}.`);
        this.set('starting');
        await this.stop();
        try {
          await this.start();
        } catch (error) {
          log().error(`The server did not start: ${String(error)}`);
          this.set('stopped');
          void this.offerRestart('Unspool: the server did not start.');
        }
      });
    }
    return this.queue;
  }

  /** A restart by a person, who has the right to as many as wanted. */
  restartByHand(): Promise<void> {
    this.backoff.reset();
    this.told = false;
    return this.restart('asked for');
  }

  async stop(): Promise<void> {
    const client = this.client;
    this.client = undefined;
    if (client) {
      try {
        await client.dispose(STOP_TIMEOUT);
      } catch (error) {
        log().warn(`The server did not stop in time: ${String(error)}`);
      }
    }
  }

  dispose(): void {
    this.changed.dispose();
    this.trace.dispose();
  }

  private set(state: State): void {
    this.state = state;
    this.changed.fire(state);
  }

  private async start(): Promise<void> {
    const found = await this.interpreter();
    this.found = found;
    if (!found) {
      this.set('noInterpreter');
      await this.complain();
      return;
    }
    log().info(`Python ${found.version}, ${found.origin}: ${found.python}; server: ${found.server}`);
    const client = new QuietClient(
      'unspool',
      'Unspool',
      { ...command(found, this.bundled), options: { cwd: this.bundled, env: environment() } },
      this.options(),
    );
    client.onDidChangeState(({ newState }) => {
      if (this.client === client) {
        this.set(newState === ClientState.Running ? 'ready' : newState === ClientState.Starting ? 'starting' : 'stopped');
      }
    });
    client.registerFeature(COMMANDS);
    this.client = client;
    await client.start();
    log().info(`Server ${client.initializeResult?.serverInfo?.version ?? ''} is ready.`);
  }

  private options(): LanguageClientOptions {
    return {
      documentSelector: SELECTOR,
      outputChannel: log(),
      traceOutputChannel: this.trace,
      revealOutputChannelOn: RevealOutputChannelOn.Never,
      diagnosticCollectionName: 'unspool',
      errorHandler: this.errorHandler(),
      initializationFailedHandler: (error) => {
        log().error(`The server did not take the start: ${String(error)}`);
        return false;
      },
      middleware: {
        provideHover: async (document, position, token, next) => plainer(await next(document, position, token)),
        provideDiagnostics: async (document, previous, token, next) => {
          const report = await next(document, previous, token);
          if (report && 'items' in report) {
            report.items.forEach(shorter);
          }
          return report;
        },
        handleDiagnostics: (uri, diagnostics, next) => {
          diagnostics.forEach(shorter);
          next(uri, diagnostics);
        },
        provideCodeLenses: (document, token, next) => (settings.codeLens(document.uri) ? next(document, token) : []),
        workspace: {
          configuration: async (params, token, next) => {
            const answers = await next(params, token);
            return Array.isArray(answers) ? answers.map(settings.forServer) : answers;
          },
        },
      },
    };
  }

  private errorHandler(): ErrorHandler {
    return {
      error: (error, _message, count) => {
        log().error(`Connection: ${String(error)}`);
        return { action: (count ?? 1) <= 3 ? ErrorAction.Continue : ErrorAction.Shutdown, handled: true };
      },
      closed: async () => {
        const wait = this.backoff.crashed();
        if (wait === undefined) {
          this.set('stopped');
          void this.offerRestart(`Unspool: the server has stopped ${CRASHES + 1} times and is not started again.`);
          return { action: CloseAction.DoNotRestart, handled: true };
        }
        log().warn(`The server has stopped; it is started again in ${wait / 1000} s.`);
        this.set('starting');
        await new Promise((done) => setTimeout(done, wait));
        return { action: CloseAction.Restart, handled: true };
      },
    };
  }

  private async interpreter(): Promise<Found | undefined> {
    const trusted = vscode.workspace.isTrusted;
    const choice = await choose(
      {
        strategy: settings.strategy(),
        trusted,
        folders: (vscode.workspace.workspaceFolders ?? []).map((folder) => folder.uri.fsPath),
        selected: trusted ? await pythonExtension.selected() : undefined,
        setting: settings.interpreter(),
        libs: path.join(this.bundled, 'libs'),
      },
      world(path.join(this.bundled, 'probe.py'), this.bundled),
    );
    for (const reason of choice.rejected) {
      log().info(`Not taken: ${reason}`);
    }
    return choice.found;
  }

  private async complain(): Promise<void> {
    if (this.told) {
      return;
    }
    this.told = true;
    const [pick, log_] = ['Choose Interpreter', 'Show Log'];
    const answer = await vscode.window.showWarningMessage(
      'Unspool needs a Python interpreter, 3.10 or newer, to run, and found none.',
      pick,
      log_,
    );
    if (answer === pick) {
      await chooseInterpreter();
    } else if (answer === log_) {
      log().show();
    }
  }

  private async offerRestart(message: string): Promise<void> {
    const [again, show] = ['Restart Server', 'Show Log'];
    const answer = await vscode.window.showErrorMessage(message, again, show);
    if (answer === again) {
      await this.restartByHand();
    } else if (answer === show) {
      log().show();
    }
  }
}

/** Let the user say which interpreter to use. */
export async function chooseInterpreter(): Promise<void> {
  if (vscode.workspace.isTrusted && pythonExtension.isInstalled()) {
    await vscode.commands.executeCommand('python.setInterpreter');
  } else {
    await vscode.commands.executeCommand('workbench.action.openSettings', 'unspool.interpreter');
  }
}

/** The server gets the environment without what would change its Python. */
function environment(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(PYTHON|VIRTUAL_ENV)/i.test(name)));
}

function world(probe: string, cwd: string): World {
  return {
    platform: process.platform,
    env: process.env,
    exists: fs.existsSync,
    realpath: (file) => {
      try {
        return fs.realpathSync(file);
      } catch {
        return file;
      }
    },
    probe: async (python, forServer) => {
      const args = forServer ? [probe, '--server'] : ['-I', '-S', probe];
      const { stdout } = await run(python, args, { cwd, timeout: PROBE_TIMEOUT, env: environment(), windowsHide: true });
      return JSON.parse(stdout) as Probe;
    },
  };
}
