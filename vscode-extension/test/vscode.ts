/** The edge of the extension host, as far as the tests reach it. */
export const values = new Map<string, unknown>();
export const texts = new Map<string, string>();
export const shown: string[] = [];
export const edits: { uri: string; start: number; end: number; text: string }[] = [];
export const files = new Map<string, string>();

export class Uri {
  private constructor(private readonly value: string) {}
  static parse(value: string): Uri {
    return new Uri(value);
  }
  static joinPath(base: Uri, ...parts: string[]): Uri {
    return new Uri([base.value, ...parts].join('/'));
  }
  get fsPath(): string {
    return this.value.replace('file://', '');
  }
  toString(): string {
    return this.value;
  }
}

export class Range {
  constructor(
    readonly start: number,
    readonly end: number,
  ) {}
}

export class WorkspaceEdit {
  readonly made: { uri: string; start: number; end: number; text: string }[] = [];
  get size(): number {
    return this.made.length;
  }
  replace(uri: Uri, range: Range, text: string): void {
    this.made.push({ uri: uri.toString(), start: range.start, end: range.end, text });
  }
}

export class MarkdownString {
  constructor(public value = '') {}
}

/** Opens a notebook with cells whose texts are there already; gives the number of times it was saved. */
export function openNotebook(uri: string, cells: string[]): () => number {
  let saved = 0;
  workspace.notebookDocuments.push({
    uri: Uri.parse(uri),
    isClosed: false,
    cellCount: cells.length,
    cellAt: (index: number) => ({ document: document(Uri.parse(cells[index] ?? '')) }),
    save: () => Promise.resolve((saved += 1)),
  });
  return () => saved;
}

const document = (uri: Uri) => {
  const text = texts.get(uri.toString()) ?? '';
  return {
    uri,
    getText: () => text,
    positionAt: (offset: number) => offset,
    eol: text.includes('\r\n') ? EndOfLine.CRLF : EndOfLine.LF,
  };
};

export const EndOfLine = { LF: 1, CRLF: 2 };
const quiet = () => {};
export const window = {
  showInformationMessage: (message: string) => (shown.push(message), Promise.resolve(undefined)),
  createOutputChannel: () => ({ info: quiet, warn: quiet, error: quiet }),
};
export const commands = { executeCommand: () => Promise.resolve(undefined) };
export const workspace = {
  workspaceFolders: [{ uri: Uri.parse('file:///w') }],
  asRelativePath: (uri: Uri) => uri.fsPath.replace('/w/', ''),
  getConfiguration: (section: string) => ({
    get: (name: string, otherwise: unknown) => values.get(`${section}.${name}`) ?? otherwise,
  }),
  notebookDocuments: [] as unknown[],
  openTextDocument: (uri: Uri) =>
    texts.has(uri.toString()) ? Promise.resolve(document(uri)) : Promise.reject(new Error('not there')),
  applyEdit: (edit: WorkspaceEdit) => {
    edits.push(...edit.made);
    for (const { uri, start, end, text } of edit.made) {
      const before = texts.get(uri) ?? '';
      texts.set(uri, before.slice(0, start) + text + before.slice(end));
    }
    return Promise.resolve(true);
  },
  fs: {
    readFile: (uri: Uri) => {
      const text = files.get(uri.toString());
      return text === undefined ? Promise.reject(new Error('not there')) : Promise.resolve(Buffer.from(text));
    },
    writeFile: (uri: Uri, data: Uint8Array) => Promise.resolve(void files.set(uri.toString(), Buffer.from(data).toString())),
    createDirectory: () => Promise.resolve(),
    delete: (uri: Uri) => Promise.resolve(void files.delete(uri.toString())),
  },
};
