/** "Migrate Workspace…": look, tell, preview, apply, and say what is left. */
import * as vscode from 'vscode';
import { notebookAt, pieces, saveNotebook, state, type Piece } from './contents';
import { count, counted, detail, note, plural, sentence, total } from './findings';
import type { Entry, History } from './history';
import { log } from './log';
import * as protocol from './protocol';
import type { Scanner } from './scanner';
import type { Server } from './server';
import { plain } from './texts';

const WARNING =
  'Only code is migrated. Threads, messages, agents, vector stores and files that are stored with a service do not move with it: ' +
  'keep what you need of them before the service is switched off.';
const NOTE = 'unspool-migration.md';
const CONFIRM = 'Nothing is changed before you have seen the changes and applied them.';

export class Migrator {
  private busy = false;

  constructor(
    private readonly server: Server,
    private readonly scanner: Scanner,
    private readonly history: History,
  ) {}

  /** Migrate the workspace, or some files. */
  async run(uris?: string[]): Promise<void> {
    if (this.busy) {
      void vscode.window.showInformationMessage('Unspool: a migration is under way already.');
      return;
    }
    if (!uris && !vscode.workspace.workspaceFolders) {
      void vscode.window.showInformationMessage('Unspool: open a folder to migrate it.');
      return;
    }
    if (!uris && !vscode.workspace.workspaceFolders?.some(({ uri }) => uri.scheme === 'file')) {
      void vscode.window.showInformationMessage('Unspool: a workspace can only be migrated where its files are on a disk.');
      return;
    }
    if (this.server.state !== 'ready' || !this.server.client) {
      void vscode.window.showWarningMessage('Unspool: the server is not running.');
      return;
    }
    this.busy = true;
    try {
      await this.steps(uris);
    } catch (error) {
      log().error(`The migration failed: ${String(error)}`);
      void vscode.window.showErrorMessage('Unspool: the migration failed; nothing was changed. The log says why.');
    } finally {
      this.busy = false;
    }
  }

  private async steps(uris: string[] | undefined): Promise<void> {
    const looked = await progress('Unspool: looking for legacy calls', async (report, token) => {
      if (uris) {
        await this.scanner.look(uris);
        return true;
      }
      return this.scanner.scan(token, report);
    });
    if (!looked) {
      return;
    }
    const unsafe = await this.ask(uris);
    if (unsafe === undefined) {
      return;
    }
    const client = this.server.client;
    const made = client && (await progress('Unspool: preparing the migration', async (report, token) => {
      try {
        return await protocol.migration(client, { ...(uris ? { uris } : {}), unsafe }, token, report);
      } catch (error) {
        if (token.isCancellationRequested) {
          return undefined;
        }
        throw error;
      }
    }));
    if (made && client) {
      made.problems.forEach((problem) => log().warn(problem));
      // A change that needs confirmation is not ticked in the preview; whoever asked for a preview of
      // all changes would have to tick each. The note, which nobody has asked for, is what needs it.
      for (const annotation of Object.values(made.edit.changeAnnotations ?? {})) {
        annotation.needsConfirmation = false;
      }
      const edit = await client.protocol2CodeConverter.asWorkspaceEdit(made.edit);
      this.addNote(edit, made);
      await this.apply(made, edit);
    }
  }

  /** Tell what there is; true for all fixes, false for the safe ones, undefined for nothing. */
  private async ask(uris: string[] | undefined): Promise<boolean | undefined> {
    const wanted = uris && new Set(uris);
    const counts = count(this.scanner.files.filter(({ uri }) => !wanted || wanted.has(uri)));
    if (total(counts) === 0) {
      void vscode.window.showInformationMessage('Unspool: there are no legacy agent calls.');
      return undefined;
    }
    const [all, safe] = ['Preview All Changes', 'Preview Safe Changes'];
    const buttons = [...(counts.review > 0 ? [all] : []), ...(counts.safe > 0 ? [safe] : [])];
    if (buttons.length === 0) {
      const show = 'Show Report';
      const words = `Unspool: ${sentence(counts)}, and none of them can be migrated automatically.`;
      if ((await vscode.window.showInformationMessage(words, show)) === show) {
        await vscode.commands.executeCommand('unspool.report');
      }
      return undefined;
    }
    const answer = await vscode.window.showWarningMessage(
      `${sentence(counts)}.`,
      { modal: true, detail: `${detail(counts)}.\n\n${WARNING}\n\n${CONFIRM}` },
      ...buttons,
    );
    return answer === undefined ? undefined : answer === all;
  }

  /** Offer a file that says what was changed and what to look at; also what makes the preview appear. */
  private addNote(edit: vscode.WorkspaceEdit, made: protocol.Migration): void {
    const first = made.files[0];
    const folder = first && (vscode.workspace.getWorkspaceFolder(vscode.Uri.parse(first.uri)) ?? vscode.workspace.workspaceFolders?.[0]);
    if (folder) {
      const text = note(made.files, (uri) => vscode.workspace.asRelativePath(vscode.Uri.parse(uri)));
      edit.createFile(
        vscode.Uri.joinPath(folder.uri, NOTE),
        { contents: Buffer.from(text, 'utf8'), overwrite: true },
        { label: 'Write down what to look at', description: 'if you tick it', needsConfirmation: true },
      );
    }
  }

  private async apply(made: protocol.Migration, edit: vscode.WorkspaceEdit): Promise<void> {
    if (made.files.length === 0) {
      void vscode.window.showInformationMessage('Unspool: there is nothing that can be migrated automatically.');
      return;
    }
    for (const file of made.files) {
      if (!(await untouched(file))) {
        const name = vscode.workspace.asRelativePath(vscode.Uri.parse(file.uri));
        void vscode.window.showWarningMessage(`Unspool: ${name} was changed meanwhile. Nothing was migrated; try again.`);
        return;
      }
    }
    const applied = await vscode.workspace.applyEdit(edit, { isRefactoring: true });
    const entries = await Promise.all(made.files.map(entryOf));
    if (!applied || entries.every((entry) => entry.outcome === 'none')) {
      log().info('The migration was discarded.');
      return;
    }
    await Promise.all(entries.filter(({ outcome }) => outcome !== 'none').map(({ uri }) => saveNotebook(uri)));
    await this.history.set({ when: new Date().toISOString(), entries });
    await this.scanner.look(made.files.map((file) => file.uri));
    this.tell(entries);
  }

  private tell(entries: Entry[]): void {
    for (const entry of entries) {
      const name = vscode.workspace.asRelativePath(vscode.Uri.parse(entry.uri));
      const what = { whole: 'migrated', part: 'migrated in part', none: 'left as it was' }[entry.outcome];
      log().info(`${name}: ${what} (${counted(entry.calls, entry.kind)})`);
      entry.notes.forEach((note) => log().info(`${name}: look at this: ${note}`));
    }
    const done = entries.filter((entry) => entry.outcome !== 'none');
    const sum = (beside: boolean): number =>
      done.filter(({ kind }) => (kind === 'beside') === beside).reduce((all, entry) => all + entry.calls, 0);
    const what = [
      ...(sum(false) > 0 ? [plural(sum(false), 'call')] : []),
      ...(sum(true) > 0 ? [plural(sum(true), 'entry')] : []),
    ].join(' and ');
    const left = this.scanner.counts;
    const rest = total(left) > 0 ? `Left: ${sentence(left)}.` : 'Nothing is left.';
    const parts = done.filter((entry) => entry.outcome === 'part').length;
    const part = parts > 0 ? ` ${plural(parts, 'file')} only in part: look at them, or undo.` : '';
    const [report, undo] = ['Show What Is Left', 'Undo'];
    void vscode.window
      .showInformationMessage(`Unspool: ${what} migrated in ${plural(done.length, 'file')}.${part} ${rest}`, report, undo)
      .then((answer) => {
        if (answer === report) {
          void vscode.commands.executeCommand('unspool.report');
        } else if (answer === undo) {
          void this.history.undo();
        }
      });
  }
}

async function progress<T>(
  title: string,
  task: (report: (news: protocol.News) => void, token: vscode.CancellationToken) => Promise<T>,
): Promise<T> {
  return vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title, cancellable: true },
    (shown, token) => {
      let last = 0;
      return task(({ done, total }) => {
        const now = total > 0 ? (100 * done) / total : 100;
        shown.report({ message: `${done} of ${total} files`, increment: now - last });
        last = now;
      }, token);
    },
  );
}

/** Whether a file still is what the server has looked at. */
async function untouched(file: protocol.Changed): Promise<boolean> {
  if (file.text === null || file.kind !== 'notebook') {
    const all = await pieces(file);
    return all.length > 0 && all.every(({ document, before }) => document && plain(document.getText()) === plain(before));
  }
  const data = await vscode.workspace.fs.readFile(vscode.Uri.parse(file.uri));
  return !notebookAt(file.uri) && plain(Buffer.from(data).toString('utf8')) === plain(file.text.before);
}

/** What became of a file, with its texts as they are now, so that a part can be undone as well. */
async function entryOf(file: protocol.Changed): Promise<Entry> {
  const all = await pieces(file);
  const now = (after: string, piece: Piece | undefined): string => piece?.document?.getText() ?? after;
  const inCells = file.text === null;
  return {
    uri: file.uri,
    kind: file.kind,
    calls: file.calls,
    notes: file.notes,
    outcome: state(all),
    text: file.text && { ...file.text, after: now(file.text.after, all[0]) },
    cells: file.cells.map((cell, number) => (inCells ? { ...cell, after: now(cell.after, all[number]) } : cell)),
  };
}
