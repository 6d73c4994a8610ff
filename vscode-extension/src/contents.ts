/** What a migration has changed, as it stands now: texts of files, and of the cells of notebooks. */
import * as vscode from 'vscode';
import type { Cell } from './protocol';
import { outcome, type Outcome } from './texts';

export interface Change {
  uri: string;
  text: { before: string; after: string } | null;
  cells: Cell[];
}

/** One text that has changed; without a document when it is gone. */
export interface Piece {
  document: vscode.TextDocument | undefined;
  before: string;
  after: string;
}

export function notebookAt(uri: string): vscode.NotebookDocument | undefined {
  const wanted = vscode.Uri.parse(uri).toString();
  return vscode.workspace.notebookDocuments.find((one) => one.uri.toString() === wanted && !one.isClosed);
}

/** The texts of a change: of the cells of a notebook that is open, else of the file. */
export async function pieces(change: Change): Promise<Piece[]> {
  const open = notebookAt(change.uri);
  if (change.cells.length > 0 && (open || !change.text)) {
    const notebook = open ?? (await quiet(vscode.workspace.openNotebookDocument(vscode.Uri.parse(change.uri))));
    return change.cells.map(({ cell, before, after }) => {
      const found = notebook && cell <= notebook.cellCount ? notebook.cellAt(cell - 1).document : undefined;
      return { document: found, before, after };
    });
  }
  const document = await quiet(vscode.workspace.openTextDocument(vscode.Uri.parse(change.uri)));
  return change.text ? [{ document, ...change.text }] : [];
}

/** How much of a change is in the texts as they are now. */
export function state(all: Piece[]): Outcome {
  const outcomes = new Set(
    all.map(({ document, before, after }) => (document ? outcome(before, after, document.getText()) : 'part')),
  );
  const [first, ...rest] = outcomes;
  return first === undefined || rest.length > 0 ? 'part' : first;
}

/** Save a notebook as the editor saves files after a refactoring. */
export async function saveNotebook(uri: string): Promise<void> {
  if (vscode.workspace.getConfiguration('files').get('refactoring.autoSave', true)) {
    await notebookAt(uri)?.save();
  }
}

async function quiet<T>(promise: Thenable<T>): Promise<T | undefined> {
  try {
    return await promise;
  } catch {
    return undefined;
  }
}
