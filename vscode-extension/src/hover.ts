/** The editor shows a finding above the hover about it: what both would say is said once. */
import * as vscode from 'vscode';

/** A hover without the finding's message, which stands above it. */
export function plainer(hover: vscode.Hover | null | undefined): vscode.Hover | null | undefined {
  for (const content of hover?.contents ?? []) {
    if (content instanceof vscode.MarkdownString) {
      content.value = content.value.replace(/^\*\*UNS\d+ [^\n]*\n+/, '');
    }
  }
  return hover;
}

/** A finding without the list of all that belongs to it, which the line above the flow counts. */
export function shorter(diagnostic: vscode.Diagnostic): void {
  if (diagnostic.relatedInformation) {
    diagnostic.relatedInformation = diagnostic.relatedInformation.filter(
      ({ message }) => !message.endsWith('belongs to the same flow'),
    );
  }
}
