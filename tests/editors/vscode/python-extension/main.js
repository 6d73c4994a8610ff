// The part of the Python extension's interface that Unspool uses, over a setting.
const vscode = require('vscode');

const path = () => vscode.workspace.getConfiguration('standIn').get('interpreter', '');

exports.activate = () => {
  const changed = new vscode.EventEmitter();
  vscode.workspace.onDidChangeConfiguration((event) => {
    if (event.affectsConfiguration('standIn.interpreter')) {
      changed.fire({ path: path() });
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
