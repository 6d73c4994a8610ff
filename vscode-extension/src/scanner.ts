/** Keeps what is known about the workspace's files up to date. */
import * as vscode from 'vscode';
import { count, type Counts, type FileFindings } from './findings';
import { log } from './log';
import * as protocol from './protocol';
import { BESIDE_CODE, type Server } from './server';
import * as settings from './settings';

/** Milliseconds without a change before a file is asked about again. */
const PAUSE = 500;
const CODE = '**/*.{py,pyi,pyw,ipynb}';

export class Scanner implements vscode.Disposable {
  private readonly known = new Map<string, FileFindings>();
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onChange = this.changed.event;
  /** True once the whole workspace has been looked through. */
  complete = false;
  private readonly due = new Set<string>();
  private timer: NodeJS.Timeout | undefined;
  private again: NodeJS.Timeout | undefined;
  private readonly subscriptions: vscode.Disposable[];

  constructor(private readonly server: Server) {
    const later = (uri: vscode.Uri): void => this.later(uri);
    const watchers = [CODE, BESIDE_CODE].map((files) => vscode.workspace.createFileSystemWatcher(files, false, false, true));
    // Of a folder that comes or goes with all its files, often only the folder is told of.
    const all = vscode.workspace.createFileSystemWatcher('**', false, true, false);
    this.subscriptions = [
      ...watchers.flatMap((watcher) => [watcher, watcher.onDidChange(later), watcher.onDidCreate(later)]),
      all,
      all.onDidCreate((uri) => void this.created(uri)),
      all.onDidDelete((uri) => this.forget(uri)),
      vscode.workspace.onDidChangeTextDocument(({ document }) => this.document(document)),
      vscode.workspace.onDidOpenTextDocument((document) => this.document(document)),
      vscode.workspace.onDidCloseTextDocument((document) => this.document(document)),
      vscode.workspace.onDidChangeNotebookDocument(({ notebook }) => later(notebook.uri)),
      vscode.workspace.onDidOpenNotebookDocument(({ uri }) => later(uri)),
      vscode.workspace.onDidCloseNotebookDocument(({ uri }) => later(uri)),
      vscode.workspace.onDidChangeWorkspaceFolders(() => void this.scan()),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration(settings.SECTION)) {
          setTimeout(() => void this.start(), PAUSE); // the server hears of it first
        }
      }),
      server.onState((state) => {
        if (state === 'ready') {
          void this.start();
        }
      }),
    ];
  }

  get files(): FileFindings[] {
    return [...this.known.values()].sort((a, b) => a.uri.localeCompare(b.uri));
  }

  get counts(): Counts {
    return count(this.known.values());
  }

  /** What there is at first: the whole workspace, or the open files. */
  async start(): Promise<void> {
    if (settings.scanWorkspace() && vscode.workspace.workspaceFolders) {
      await vscode.window.withProgress({ location: { viewId: 'unspool.legacy' } }, () => this.scan());
    } else {
      vscode.workspace.textDocuments.forEach((document) => this.document(document));
    }
  }

  /** Look through the whole workspace; false when that was cancelled or failed. */
  async scan(token?: vscode.CancellationToken, news: (value: protocol.News) => void = () => {}): Promise<boolean> {
    const client = this.server.client;
    if (!client || this.server.state !== 'ready') {
      return false;
    }
    try {
      const found = await protocol.findings(client, undefined, token, (value) => {
        value.files.forEach((file) => this.set(file));
        if (value.files.length > 0) {
          this.changed.fire();
        }
        news(value);
      });
      const open = this.known;
      const before = [...open.keys()];
      const now = new Set(found.files.map((file) => this.set(file)));
      before.filter((uri) => !now.has(uri) && inWorkspace(uri)).forEach((uri) => open.delete(uri));
      found.problems.forEach((problem) => log().info(`Not looked at: ${problem}`));
      log().info(`Looked through ${found.total} files: ${found.files.length} with legacy calls.`);
      this.complete = true;
      this.changed.fire();
      return true;
    } catch (error) {
      if (!token?.isCancellationRequested) {
        log().warn(`The workspace was not looked through: ${String(error)}`);
      }
      return false;
    }
  }

  /** Ask about some files now. */
  async look(uris: string[]): Promise<void> {
    const client = this.server.client;
    if (!client || this.server.state !== 'ready' || uris.length === 0) {
      return;
    }
    try {
      const found = await protocol.findings(client, uris);
      found.files.forEach((file) => this.set(file));
      this.changed.fire();
    } catch (error) {
      log().info(`No answer about ${uris.length} files: ${String(error)}`);
    }
  }

  dispose(): void {
    clearTimeout(this.timer);
    clearTimeout(this.again);
    this.subscriptions.forEach((one) => one.dispose());
    this.changed.dispose();
  }

  private document(document: vscode.TextDocument): void {
    const beside = vscode.languages.match({ scheme: 'file', pattern: BESIDE_CODE }, document) > 0;
    if (beside || (document.languageId === 'python' && document.uri.scheme === 'file')) {
      this.later(document.uri);
    }
  }

  private later(uri: vscode.Uri): void {
    this.due.add(uri.toString());
    // What code needs decides about what stands beside it.
    this.files.filter(({ kind }) => kind === 'beside').forEach((file) => this.due.add(file.uri));
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      const uris = [...this.due].filter((one) => this.complete || this.known.has(one) || isOpen(one));
      this.due.clear();
      void this.look(uris);
    }, PAUSE);
  }

  /** Look through the workspace again when a folder has come, as with another branch. */
  private async created(uri: vscode.Uri): Promise<void> {
    if (!this.complete || /\.\w+$/.test(uri.path)) {
      return;
    }
    const found = await vscode.workspace.fs.stat(uri).then(({ type }) => type, () => undefined);
    if (found === vscode.FileType.Directory) {
      clearTimeout(this.again);
      this.again = setTimeout(() => void this.scan(), PAUSE);
    }
  }

  private forget(uri: vscode.Uri): void {
    const [file, below] = [uri.toString(), `${uri.toString()}/`];
    const lost = [...this.known.keys()].filter((one) => one === file || one.startsWith(below));
    if (lost.length > 0) {
      lost.forEach((one) => this.known.delete(one));
      this.changed.fire();
    }
  }

  /** Remember a file under the editor's spelling of its URI. */
  private set(file: FileFindings): string {
    const uri = vscode.Uri.parse(file.uri).toString();
    if (file.findings.length > 0) {
      this.known.set(uri, { ...file, uri });
    } else {
      this.known.delete(uri);
    }
    return uri;
  }
}

const inWorkspace = (uri: string): boolean => vscode.workspace.getWorkspaceFolder(vscode.Uri.parse(uri)) !== undefined;
const isOpen = (uri: string): boolean =>
  [...vscode.workspace.textDocuments, ...vscode.workspace.notebookDocuments].some((one) => one.uri.toString() === uri);
