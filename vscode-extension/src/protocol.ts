/** The server's own requests. */
import * as vscode from 'vscode';
import { ProgressType, type LanguageClient, type WorkspaceEdit } from 'vscode-languageclient/node';
import type { FileFindings } from './findings';

export interface Found {
  files: FileFindings[];
  total: number;
  problems: string[];
}

export interface Changed {
  uri: string;
  calls: number;
  safe: boolean;
  notes: string[];
  left: number;
  before: string;
  after: string;
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
