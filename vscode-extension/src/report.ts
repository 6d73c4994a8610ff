/** Shows the migration report, and keeps it up to date. */
import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';
import { total } from './findings';
import type { History } from './history';
import { html, type Page } from './reportPage';
import type { Scanner } from './scanner';

export class Report implements vscode.Disposable {
  private panel: vscode.WebviewPanel | undefined;

  constructor(
    private readonly scanner: Scanner,
    private readonly history: History,
    private readonly media: vscode.Uri,
  ) {
    scanner.onChange(() => this.update());
  }

  show(): void {
    if (!this.panel) {
      this.panel = vscode.window.createWebviewPanel('unspool.report', 'Migration Report', vscode.ViewColumn.Active, {
        enableScripts: false,
        enableCommandUris: ['unspool.open', 'unspool.saveReport', 'unspool.migrateWorkspace'],
        enableFindWidget: true,
        localResourceRoots: [],
      });
      this.panel.iconPath = {
        light: vscode.Uri.joinPath(this.media, 'report-light.svg'),
        dark: vscode.Uri.joinPath(this.media, 'report-dark.svg'),
      };
      this.panel.onDidDispose(() => (this.panel = undefined));
    }
    this.update();
    this.panel.reveal();
  }

  /** Write the report where the user wants it; a browser prints it. */
  async save(): Promise<void> {
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
    const target = await vscode.window.showSaveDialog({
      ...(folder ? { defaultUri: vscode.Uri.joinPath(folder, 'migration-report.html') } : {}),
      filters: { HTML: ['html'] },
      title: 'Save Migration Report',
    });
    if (!target) {
      return;
    }
    await vscode.workspace.fs.writeFile(target, Buffer.from(html(this.page()), 'utf8'));
    // A browser runs where the user sits, which need not be where the file is.
    const here = vscode.env.remoteName === undefined && vscode.env.uiKind === vscode.UIKind.Desktop;
    const open = here ? 'Open in Browser' : 'Open';
    if ((await vscode.window.showInformationMessage('Unspool: the migration report was saved.', open)) === open) {
      await (here ? vscode.env.openExternal(target) : vscode.window.showTextDocument(target));
    }
  }

  dispose(): void {
    this.panel?.dispose();
  }

  private update(): void {
    if (this.panel) {
      this.panel.webview.html = html({
        ...this.page(),
        link: (uri, { range, cell }) => command('unspool.open', uri, { range, cell }),
        actions: [
          ...(total(this.scanner.counts) > 0 ? [['Migrate Workspace…', command('unspool.migrateWorkspace')] as [string, string]] : []),
          ['Save as HTML…', command('unspool.saveReport')],
        ],
      });
    }
  }

  private page(): Page {
    return {
      workspace: vscode.workspace.name ?? 'No folder',
      files: this.scanner.files,
      last: this.history.done(),
      name: (uri) => vscode.workspace.asRelativePath(vscode.Uri.parse(uri)),
      nonce: randomBytes(16).toString('hex'),
      now: new Date().toLocaleDateString(),
    };
  }
}

const command = (name: string, ...args: unknown[]): string =>
  `command:${name}${args.length > 0 ? `?${encodeURIComponent(JSON.stringify(args))}` : ''}`;
