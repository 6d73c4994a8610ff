/** The Python extension's choice of an interpreter, as far as its public interface tells it. */
import * as vscode from 'vscode';
import { log } from './log';

interface Environments {
  getActiveEnvironmentPath(resource?: vscode.Uri): { path: string };
  resolveEnvironment(environment: { path: string }): Promise<{ executable: { uri?: vscode.Uri } } | undefined>;
  onDidChangeActiveEnvironmentPath: vscode.Event<unknown>;
}

const ID = 'ms-python.python';
/** Finding environments can take long; the server need not wait for it. */
const PATIENCE = 8_000;

async function environments(): Promise<Environments | undefined> {
  const extension = vscode.extensions.getExtension<{ environments?: Environments }>(ID);
  if (!extension) {
    return undefined;
  }
  try {
    const api = extension.isActive ? extension.exports : await extension.activate();
    return api?.environments;
  } catch (error) {
    log().warn(`the Python extension cannot be asked: ${String(error)}`);
    return undefined;
  }
}

/** Path of the chosen interpreter; undefined without the extension, a choice, or an answer in time. */
export async function selected(): Promise<string | undefined> {
  const ask = async (): Promise<string | undefined> => {
    const api = await environments();
    if (!api) {
      return undefined;
    }
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
    const resolved = await api.resolveEnvironment(api.getActiveEnvironmentPath(folder));
    return resolved?.executable.uri?.fsPath;
  };
  const late = new Promise<undefined>((done) => setTimeout(() => done(undefined), PATIENCE).unref());
  try {
    return await Promise.race([ask(), late]);
  } catch (error) {
    log().warn(`the Python extension did not answer: ${String(error)}`);
    return undefined;
  }
}

/** Calls back when another interpreter is chosen. */
export async function onChange(callback: () => void): Promise<vscode.Disposable> {
  const api = await environments();
  return api?.onDidChangeActiveEnvironmentPath(callback) ?? new vscode.Disposable(() => {});
}

export const isInstalled = (): boolean => vscode.extensions.getExtension(ID) !== undefined;
