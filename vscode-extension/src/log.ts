/** The one output channel. */
import * as vscode from 'vscode';

let channel: vscode.LogOutputChannel | undefined;

export function log(): vscode.LogOutputChannel {
  channel ??= vscode.window.createOutputChannel('Unspool', { log: true });
  return channel;
}

export function dispose(): void {
  channel?.dispose();
  channel = undefined;
}
