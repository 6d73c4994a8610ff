/** Shows a place in a file or in a notebook's cell; what links in the view and the report do. */
import * as vscode from 'vscode';
import type { Located } from './findings';

export async function open(uri: string, { range, cell }: Located): Promise<void> {
  const file = vscode.Uri.parse(uri);
  const { start, end } = range;
  const selection = new vscode.Range(start.line, start.character, end.line, end.character);
  if (cell === null) {
    await vscode.window.showTextDocument(file, { selection });
    return;
  }
  const notebook = await vscode.workspace.openNotebookDocument(file);
  const index = Math.min(cell, notebook.cellCount) - 1;
  await vscode.window.showNotebookDocument(notebook, { selections: [new vscode.NotebookRange(index, index + 1)] });
  await vscode.commands.executeCommand('vscode.open', notebook.cellAt(index).document.uri, { selection });
}
