/** "Explain rule": the page of a rule beside the code, from the server and without the network. */
import * as vscode from 'vscode';
import * as protocol from './protocol';
import type { Server } from './server';

const SCHEME = 'unspool-rule';

export class RulePages implements vscode.TextDocumentContentProvider, vscode.Disposable {
  private readonly registered = vscode.workspace.registerTextDocumentContentProvider(SCHEME, this);

  constructor(private readonly server: Server) {}

  async show(code: string): Promise<void> {
    const uri = vscode.Uri.from({ scheme: SCHEME, path: `/${code}.md` });
    await vscode.commands.executeCommand('markdown.showPreviewToSide', uri);
  }

  async provideTextDocumentContent(uri: vscode.Uri): Promise<string> {
    const code = uri.path.slice(1, -'.md'.length);
    const page = this.server.client && (await protocol.rule(this.server.client, code));
    return page ?? `There is nothing to be said about ${code}: the server is not running, or does not know it.`;
  }

  dispose(): void {
    this.registered.dispose();
  }
}
