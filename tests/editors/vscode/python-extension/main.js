// The part of the Python extension's interface that Unspool uses, over a setting.
const vscode = require('vscode');

const path = () => vscode.workspace.getConfiguration('standIn').get('interpreter', '');

exports.activate = () => {
  vscode.workspace.registerFileSystemProvider('vscode-vfs', new Memory());
  const changed = new vscode.EventEmitter();
  vscode.workspace.onDidChangeConfiguration((event) => {
    if (event.affectsConfiguration('standIn.interpreter')) {
      changed.fire({ path: path() });
    }
  });
  // The real one lists the interpreters that it has found; this one those of a setting.
  vscode.commands.registerCommand('python.setInterpreter', async () => {
    const configuration = vscode.workspace.getConfiguration('standIn');
    const chosen = await vscode.window.showQuickPick(configuration.get('choices', []), { title: 'Select Interpreter' });
    if (chosen) {
      await configuration.update('interpreter', chosen, vscode.ConfigurationTarget.Workspace);
    }
  });
  return {
    environments: {
      getActiveEnvironmentPath: () => ({ id: path(), path: path() }),
      resolveEnvironment: async (environment) =>
        environment.path ? { executable: { uri: vscode.Uri.file(environment.path) } } : undefined,
      onDidChangeActiveEnvironmentPath: changed.event,
    },
  };
};

/** A virtual folder with one file, as extensions for remote repositories have. */
class Memory {
  onDidChangeFile = new vscode.EventEmitter().event;
  text = Buffer.from(
    'from openai import OpenAI\n\nclient = OpenAI()\nstore = client.beta.vector_stores.create(name="papers")\n',
  );
  watch() {
    return new vscode.Disposable(() => {});
  }
  stat({ path }) {
    if (!['/', '/virtual.py'].includes(path)) throw vscode.FileSystemError.FileNotFound();
    const type = path === '/' ? vscode.FileType.Directory : vscode.FileType.File;
    return { type, ctime: 0, mtime: this.text.length, size: this.text.length };
  }
  readDirectory() {
    return [['virtual.py', vscode.FileType.File]];
  }
  readFile() {
    return this.text;
  }
  writeFile(_, content) {
    this.text = Buffer.from(content);
  }
  createDirectory() {}
  delete() {}
  rename() {}
}
