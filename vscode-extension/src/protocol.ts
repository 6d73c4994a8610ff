/** The server's own requests. */
import * as vscode from 'vscode';
import { ProgressType, type LanguageClient, type WorkspaceEdit } from 'vscode-languageclient/node';
import type { FileFindings, Kind } from './findings';

export interface Found {
  files: FileFindings[];
  total: number;
  problems: string[];
}

/** A cell that a migration changes. */
export interface Cell {
  /** From 1, among all cells. */
  cell: number;
  before: string;
  after: string;
}

export interface Changed {
  uri: string;
  kind: Kind;
  calls: number;
  safe: boolean;
  notes: string[];
  left: number;
  /** Of the file; null for a notebook that is open, whose cells change one by one. */
  text: { before: string; after: string } | null;
  /** Of a notebook. */
  cells: Cell[];
}

export interface Migration {
  edit: WorkspaceEdit;
  files: Changed[];
  problems: string[];
}

export interface News {
  done: number;
  total: number;
  files: FileFindings[];
}

const NEWS = new ProgressType<News>();
const NEVER = new vscode.CancellationTokenSource().token;
let tokens = 0;

async function ask<T>(
  client: LanguageClient,
  method: string,
  params: object,
  token: vscode.CancellationToken | undefined,
  news: (value: News) => void,
): Promise<T> {
  const partialResultToken = `unspool-${++tokens}`;
  const listening = client.onProgress(NEWS, partialResultToken, news);
  try {
    // An undefined argument after the parameters would make them a list.
    return await client.sendRequest<T>(method, { ...params, partialResultToken }, token ?? NEVER);
  } finally {
    listening.dispose();
  }
}

/** The page of a rule, in Markdown. */
export const rule = async (client: LanguageClient, code: string): Promise<string | null> =>
  (await client.sendRequest<{ page: string | null }>('unspool/rule', { code })).page;

export const findings = (
  client: LanguageClient,
  uris?: string[],
  token?: vscode.CancellationToken,
  news: (value: News) => void = () => {},
): Promise<Found> => ask(client, 'unspool/workspaceFindings', uris ? { uris } : {}, token, news);

export const migration = (
  client: LanguageClient,
  wish: { uris?: string[]; unsafe: boolean },
  token?: vscode.CancellationToken,
  news: (value: News) => void = () => {},
): Promise<Migration> => ask(client, 'unspool/migrateWorkspace', wish, token, news);
