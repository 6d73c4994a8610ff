/** Puts the parts together. */
import * as vscode from 'vscode';
import { History } from './history';
import * as logging from './log';
import { Migrator } from './migrate';
import * as pythonExtension from './pythonExtension';
import { open } from './places';
import { Report } from './report';
import { RulePages } from './rulePage';
import { Scanner } from './scanner';
import { chooseInterpreter, Server } from './server';
import * as settings from './settings';
import { Status } from './status';
import { Tree } from './tree';

let running: Server | undefined;

export function activate(context: vscode.ExtensionContext): void {
  const server = new Server(context);
  running = server;
  const scanner = new Scanner(server);
  const history = new History(context.storageUri);
  const tree = new Tree(scanner, context.workspaceState);
  const report = new Report(scanner, history, vscode.Uri.joinPath(context.extensionUri, 'media'));
  const pages = new RulePages(server);
  const migrator = new Migrator(server, scanner, history);
  const commands: Record<string, (...args: never[]) => unknown> = {
    restart: () => server.restartByHand(),
    showLog: () => logging.log().show(),
    chooseInterpreter,
    refresh: () => scanner.scan(),
    groupByFile: () => tree.groupBy('file'),
    groupByKind: () => tree.groupBy('kind'),
    migrateWorkspace: () => migrator.run(),
    migrateFile: (node?: { file?: { uri: string } }) => {
      const uri = node?.file?.uri ?? vscode.window.activeTextEditor?.document.uri.toString();
      return uri ? migrator.run([uri]) : undefined;
    },
    undoMigration: () => history.undo(),
    report: () => report.show(),
    saveReport: () => report.save(),
    explainRule: (code: string) => pages.show(code),
    open,
  };
  context.subscriptions.push(
    server,
    scanner,
    tree,
    report,
    pages,
    new Status(server, scanner),
    ...Object.entries(commands).map(([name, action]) => vscode.commands.registerCommand(`unspool.${name}`, action)),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (settings.needsRestart(event)) {
        void server.restart('the settings have changed');
      }
    }),
    vscode.workspace.onDidGrantWorkspaceTrust(() => {
      void followPython(context, server);
      void server.restart('the workspace is trusted now');
    }),
  );
  void vscode.commands.executeCommand('setContext', 'unspool.active', true);
  void history.load();
  void server.restart('the window was opened');
  if (vscode.workspace.isTrusted) {
    void followPython(context, server);
  }
}

export async function deactivate(): Promise<void> {
  await running?.stop();
  running = undefined;
  logging.dispose();
}

async function followPython(context: vscode.ExtensionContext, server: Server): Promise<void> {
  const listening = await pythonExtension.onChange(() => {
    void server.restart('another interpreter was chosen');
  });
  context.subscriptions.push(listening);
}
