/** The last migration of a workspace: what it changed, and the way back. It outlives the window. */
import * as vscode from 'vscode';
import { pieces, saveNotebook, state, type Change, type Piece } from './contents';
import { counted, plural, type Kind } from './findings';
import { log } from './log';
import type { Done } from './reportPage';
import { difference, plain, type Outcome } from './texts';

export interface Entry extends Change {
  kind: Kind;
  calls: number;
  notes: string[];
  outcome: Outcome;
}

export interface Migrated {
  when: string;
  entries: Entry[];
}

const OUTCOMES: Record<Outcome, string> = { whole: 'all of it', part: 'a part of it', none: 'not applied' };

export class History {
  private last: Migrated | undefined;

  constructor(private readonly folder: vscode.Uri | undefined) {}

  async load(): Promise<void> {
    if (!this.file) {
      return;
    }
    try {
      const data = await vscode.workspace.fs.readFile(this.file);
      this.last = JSON.parse(Buffer.from(data).toString('utf8')) as Migrated;
    } catch {
      this.last = undefined; // there was none
    }
    this.tell();
  }

  async set(migrated: Migrated | undefined): Promise<void> {
    this.last = migrated;
    this.tell();
    if (!this.file || !this.folder) {
      return;
    }
    if (migrated) {
      await vscode.workspace.fs.createDirectory(this.folder);
      await vscode.workspace.fs.writeFile(this.file, Buffer.from(JSON.stringify(migrated), 'utf8'));
    } else {
      await vscode.workspace.fs.delete(this.file).then(undefined, () => {});
    }
  }

  done(): Done | undefined {
    return (
      this.last && {
        when: new Date(this.last.when).toLocaleString(),
        files: this.last.entries.map((entry) => ({
          name: vscode.workspace.asRelativePath(vscode.Uri.parse(entry.uri)),
          calls: counted(entry.calls, entry.kind),
          outcome: OUTCOMES[entry.outcome],
          notes: entry.notes,
        })),
      }
    );
  }

  /** Bring every file back that still is as the migration left it. */
  async undo(): Promise<void> {
    const edit = new vscode.WorkspaceEdit();
    const undone: string[] = [];
    const changed: string[] = [];
    for (const entry of this.last?.entries.filter(({ outcome }) => outcome !== 'none') ?? []) {
      const all = await pieces(entry);
      const now = state(all);
      if (now === 'whole') {
        all.forEach((piece) => takeBack(edit, piece));
        undone.push(entry.uri);
      } else if (now === 'part') {
        changed.push(vscode.workspace.asRelativePath(vscode.Uri.parse(entry.uri)));
      }
    }
    if (undone.length === 0) {
      const words = changed.length > 0 ? `Changed since then: ${changed.join(', ')}.` : 'There is nothing to undo.';
      void vscode.window.showInformationMessage(`Unspool: nothing was undone. ${words}`);
      return;
    }
    if (await vscode.workspace.applyEdit(edit, { isRefactoring: true })) {
      await Promise.all(undone.map(saveNotebook));
      await this.set(undefined);
      const rest = changed.length > 0 ? ` Left alone, since they were changed: ${changed.join(', ')}.` : '';
      log().info(`The migration was undone in ${undone.map((uri) => vscode.Uri.parse(uri).fsPath).join(', ')}.`);
      void vscode.window.showInformationMessage(`Unspool: the migration was undone in ${plural(undone.length, 'file')}.${rest}`);
    }
  }

  private get file(): vscode.Uri | undefined {
    return this.folder && vscode.Uri.joinPath(this.folder, 'last-migration.json');
  }

  private tell(): void {
    const can = this.last?.entries.some((entry) => entry.outcome !== 'none') ?? false;
    void vscode.commands.executeCommand('setContext', 'unspool.canUndo', can);
  }
}

function takeBack(edit: vscode.WorkspaceEdit, { document, before }: Piece): void {
  if (document) {
    const end = document.eol === vscode.EndOfLine.CRLF ? '\r\n' : '\n';
    const back = difference(document.getText(), plain(before).replaceAll('\n', end));
    const range = new vscode.Range(document.positionAt(back.start), document.positionAt(back.end));
    edit.replace(document.uri, range, back.text);
  }
}
