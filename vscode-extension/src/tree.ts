/** The view "Legacy agent calls". */
import * as vscode from 'vscode';
import { counted, group, kindOfFix, lineOf, places, total, type FileFindings, type Place } from './findings';
import type { Scanner } from './scanner';

type Grouping = 'file' | 'kind';
interface FileNode {
  is: 'file';
  file: FileFindings;
}
interface KindNode {
  is: 'kind';
  name: string;
  places: Place[];
}
interface PlaceNode extends Place {
  is: 'place';
  inFile: boolean;
}
type Node = FileNode | KindNode | PlaceNode;

const ICONS = { safe: 'wand', review: 'eye', blocked: 'circle-slash' } as const;
const WORDS = {
  safe: 'can be migrated safely',
  review: 'can be migrated, a person should look at the result',
  blocked: 'cannot be migrated automatically',
} as const;

export class Tree implements vscode.TreeDataProvider<Node>, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChangeTreeData = this.changed.event;
  private grouping: Grouping;
  private readonly view: vscode.TreeView<Node>;

  constructor(
    private readonly scanner: Scanner,
    private readonly memory: vscode.Memento,
  ) {
    this.grouping = memory.get<Grouping>('groupBy', 'file');
    this.view = vscode.window.createTreeView('unspool.legacy', { treeDataProvider: this });
    scanner.onChange(() => this.refresh());
    this.refresh();
  }

  groupBy(grouping: Grouping): void {
    this.grouping = grouping;
    void this.memory.update('groupBy', grouping);
    this.refresh();
  }

  getChildren(node?: Node): Node[] {
    if (!node) {
      return this.grouping === 'file'
        ? this.scanner.files.map((file) => ({ is: 'file', file }))
        : group(places(this.scanner.files), ({ finding }) => `${finding.code} ${finding.name}`).map(
            ([name, all]) => ({ is: 'kind', name, places: all }),
          );
    }
    if (node.is === 'file') {
      return node.file.findings.map((finding) => ({ is: 'place', uri: node.file.uri, finding, inFile: true }));
    }
    return node.is === 'kind' ? node.places.map((place) => ({ is: 'place', ...place, inFile: false })) : [];
  }

  getTreeItem(node: Node): vscode.TreeItem {
    if (node.is === 'file') {
      const item = new vscode.TreeItem(vscode.Uri.parse(node.file.uri), vscode.TreeItemCollapsibleState.Collapsed);
      const number = counted(node.file.findings.length, node.file.kind);
      item.description = this.alone(node.file.uri) ? number : `${number}, ${folderOf(node.file.uri)}`;
      item.contextValue = 'file';
      item.tooltip = `${item.resourceUri?.fsPath}\n${number}`;
      item.accessibilityInformation = { label: `${item.resourceUri?.fsPath}, ${number}` };
      return item;
    }
    if (node.is === 'kind') {
      const item = new vscode.TreeItem(node.name, vscode.TreeItemCollapsibleState.Collapsed);
      item.description = String(node.places.length);
      item.iconPath = new vscode.ThemeIcon('symbol-method');
      return item;
    }
    return placeItem(node);
  }

  dispose(): void {
    this.view.dispose();
    this.changed.dispose();
  }

  /** Whether no other file is called the same. */
  private alone(uri: string): boolean {
    const end = uri.slice(uri.lastIndexOf('/'));
    return this.scanner.files.filter((file) => file.uri.endsWith(end)).length < 2;
  }

  private refresh(): void {
    const counts = this.scanner.counts;
    const all = total(counts);
    this.view.description = all > 0 ? String(all) : ''; // more does not fit beside the buttons
    void vscode.commands.executeCommand('setContext', 'unspool.groupBy', this.grouping);
    void vscode.commands.executeCommand('setContext', 'unspool.found', all > 0);
    this.changed.fire();
  }
}

function placeItem({ uri, finding, inFile }: PlaceNode): vscode.TreeItem {
  const file = vscode.Uri.parse(uri);
  const item = new vscode.TreeItem(inFile ? shortened(finding.symbol) : vscode.workspace.asRelativePath(file));
  const kind = kindOfFix(finding);
  item.description = lineOf(finding);
  item.iconPath = new vscode.ThemeIcon(ICONS[kind]);
  const reasons = finding.blockers.map(({ message }) => `- ${message}`);
  item.tooltip = new vscode.MarkdownString(
    [`**${finding.code}** ${finding.message}`, `This call ${WORDS[kind]}.`, reasons.join('\n')].join('\n\n'),
  );
  item.accessibilityInformation = { label: `${finding.symbol}, ${lineOf(finding)}, ${WORDS[kind]}` };
  const { range, cell } = finding;
  item.command = { command: 'unspool.open', title: 'Open', arguments: [uri, { range, cell }] };
  return item;
}

/** The folder of a file as people know it. */
function folderOf(uri: string): string {
  const path = vscode.workspace.asRelativePath(vscode.Uri.parse(uri));
  return path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '.';
}

/** A symbol without the modules that it lies in. */
function shortened(symbol: string): string {
  const parts = symbol.split('.');
  const first = parts.findIndex((part) => /^[A-Z]/.test(part));
  const short = parts.slice(first >= 0 ? first : -2).join('.');
  return short.replace(/^(Async)?(\w+?)(Operations|WithRawResponse)\./, '$2.');
}
