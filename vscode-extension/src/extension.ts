/** Puts the parts together. */
import * as vscode from 'vscode';
import * as logging from './log';
import * as pythonExtension from './pythonExtension';
import { chooseInterpreter, Server } from './server';
import * as settings from './settings';

let server: Server | undefined;

export function activate(context: vscode.ExtensionContext): void {
  const running = new Server(context);
  server = running;
  const command = (name: string, action: (...args: never[]) => unknown): vscode.Disposable =>
    vscode.commands.registerCommand(`unspool.${name}`, action);
  context.subscriptions.push(
    running,
    command('restart', () => running.restartByHand()),
    command('showLog', () => logging.log().show()),
    command('chooseInterpreter', chooseInterpreter),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (settings.needsRestart(event)) {
        void running.restart('the settings have changed');
      }
    }),
    vscode.workspace.onDidGrantWorkspaceTrust(() => {
      void followPython(context, running);
      void running.restart('the workspace is trusted now');
    }),
  );
  void running.restart('the window was opened');
  if (vscode.workspace.isTrusted) {
    void followPython(context, running);
  }
}

export async function deactivate(): Promise<void> {
  await server?.stop();
  server = undefined;
  logging.dispose();
}

async function followPython(context: vscode.ExtensionContext, running: Server): Promise<void> {
  const listening = await pythonExtension.onChange(() => {
    void running.restart('another interpreter was chosen');
  });
  context.subscriptions.push(listening);
}
