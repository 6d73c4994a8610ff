/** The extension's own settings, and those of the server as it is asked for them. */
import * as vscode from 'vscode';
import type { Strategy } from './python';

export const SECTION = 'unspool';
/** What the server does not know. */
const OWN = new Set(['interpreter', 'importStrategy', 'trace', 'codeLens', 'scanWorkspace']);

const configuration = (scope?: vscode.ConfigurationScope): vscode.WorkspaceConfiguration =>
  vscode.workspace.getConfiguration(SECTION, scope);

export const interpreter = (): string => expanded(configuration().get('interpreter', ''));
export const strategy = (): Strategy => configuration().get<Strategy>('importStrategy', 'useBundled');
export const codeLens = (uri: vscode.Uri): boolean => configuration(uri).get('codeLens', true);
export const traced = (): boolean => configuration().get('trace.server', 'off') !== 'off';
export const scanWorkspace = (): boolean => configuration().get('scanWorkspace', true);

/** Settings that need a new server. */
export const needsRestart = (event: vscode.ConfigurationChangeEvent): boolean =>
  ['interpreter', 'importStrategy'].some((name) => event.affectsConfiguration(`${SECTION}.${name}`));

/** The server's settings, out of all that stand in our section. */
export function forServer(section: unknown): unknown {
  if (typeof section !== 'object' || section === null || Array.isArray(section)) {
    return section;
  }
  return Object.fromEntries(Object.entries(section).filter(([name]) => !OWN.has(name)));
}

function expanded(text: string): string {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath ?? '';
  return text
    .trim()
    .replaceAll('${workspaceFolder}', folder)
    .replace(/^~(?=[/\\])|\$\{userHome\}/g, process.env['HOME'] ?? process.env['USERPROFILE'] ?? '~');
}
