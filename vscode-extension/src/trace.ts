/**
 * The channel of the messages between the editor and the server.
 *
 * The client writes them where the channel's level is "trace"; here the setting says so, since a
 * level that is set by a command is forgotten by the next window.
 */
import * as vscode from 'vscode';
import * as settings from './settings';

export function traceChannel(): vscode.LogOutputChannel {
  const channel = vscode.window.createOutputChannel('Unspool Trace');
  const changed = new vscode.EventEmitter<vscode.LogLevel>();
  const level = (): vscode.LogLevel => (settings.traced() ? vscode.LogLevel.Trace : vscode.LogLevel.Info);
  const listening = vscode.workspace.onDidChangeConfiguration((event) => {
    if (event.affectsConfiguration(`${settings.SECTION}.trace.server`)) {
      changed.fire(level());
    }
  });
  const write = (message: string | Error, ...rest: unknown[]): void =>
    channel.appendLine([new Date().toISOString(), message, ...rest].map(String).join(' '));
  return {
    name: channel.name,
    get logLevel() {
      return level();
    },
    onDidChangeLogLevel: changed.event,
    trace: write,
    debug: write,
    info: write,
    warn: write,
    error: write,
    append: (value) => channel.append(value),
    appendLine: (value) => channel.appendLine(value),
    replace: (value) => channel.replace(value),
    clear: () => channel.clear(),
    show: () => channel.show(),
    hide: () => channel.hide(),
    dispose: () => {
      listening.dispose();
      changed.dispose();
      channel.dispose();
    },
  };
}
