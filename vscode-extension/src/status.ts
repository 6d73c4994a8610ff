/** The item in the status bar. */
import * as vscode from 'vscode';
import { detail, sentence, total } from './findings';
import type { Scanner } from './scanner';
import type { Server } from './server';

export class Status implements vscode.Disposable {
  private readonly item = vscode.window.createStatusBarItem('unspool.status', vscode.StatusBarAlignment.Left, 0);

  constructor(
    private readonly server: Server,
    private readonly scanner: Scanner,
  ) {
    this.item.name = 'Unspool';
    server.onState(() => this.update());
    scanner.onChange(() => this.update());
    this.update();
    this.item.show();
  }

  dispose(): void {
    this.item.dispose();
  }

  private update(): void {
    const { state, found } = this.server;
    const counts = this.scanner.counts;
    const background = { noInterpreter: 'warning', stopped: 'error' }[state as string];
    this.item.backgroundColor = background ? new vscode.ThemeColor(`statusBarItem.${background}Background`) : undefined;
    void vscode.commands.executeCommand('setContext', 'unspool.state', state);
    switch (state) {
      case 'starting':
        this.show('$(sync~spin) Unspool', 'Unspool: the server is starting.', 'unspool.showLog');
        break;
      case 'noInterpreter':
        this.show('$(warning) Unspool', 'Unspool needs Python 3.10 or newer. Choose one.', 'unspool.chooseInterpreter');
        break;
      case 'stopped':
        this.show('$(error) Unspool', 'Unspool: the server has stopped. Restart it.', 'unspool.restart');
        break;
      case 'ready': {
        const python = `Server on Python ${found?.version ?? ''} (${found?.origin ?? ''})`;
        const all = total(counts);
        const text = all > 0 ? `$(history) ${all} legacy` : '$(pass) Unspool';
        const words = all > 0 ? `${sentence(counts)}: ${detail(counts)}.` : 'No legacy agent calls.';
        this.show(text, `${words}\n\n${python}`, 'unspool.legacy.focus');
      }
    }
  }

  private show(text: string, tooltip: string, command: string): void {
    this.item.text = text;
    this.item.tooltip = tooltip;
    this.item.command = command;
  }
}
