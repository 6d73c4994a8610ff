/** What the server says about the workspace, and sums of it. Knows no editor. */

export interface Position {
  line: number;
  character: number;
}

export interface Range {
  start: Position;
  end: Position;
}

export interface Blocker {
  message: string;
  range: Range;
}

export interface Finding {
  code: string;
  name: string;
  message: string;
  severity: 'error' | 'warning' | 'information';
  symbol: string;
  target: string | null;
  retirement: string | null;
  range: Range;
  fix: 'safe' | 'unsafe' | null;
  group: string | null;
  notes: string[];
  blockers: Blocker[];
}

export interface FileFindings {
  uri: string;
  findings: Finding[];
}

export interface Counts {
  files: number;
  calls: number;
  safe: number;
  review: number;
  blocked: number;
}

export function count(files: Iterable<FileFindings>): Counts {
  const counts: Counts = { files: 0, calls: 0, safe: 0, review: 0, blocked: 0 };
  for (const { findings } of files) {
    counts.files += findings.length > 0 ? 1 : 0;
    counts.calls += findings.length;
    for (const finding of findings) {
      counts[kindOfFix(finding)] += 1;
    }
  }
  return counts;
}

export const kindOfFix = (finding: Finding): 'safe' | 'review' | 'blocked' =>
  finding.fix === 'safe' ? 'safe' : finding.fix === 'unsafe' ? 'review' : 'blocked';

/** The retired product that a finding belongs to. */
export function surface(finding: Finding): string {
  if (finding.symbol.startsWith('openai.')) {
    return 'OpenAI Assistants';
  }
  return finding.symbol.startsWith('azure.') ? 'Azure classic agents' : 'Other';
}

/** A finding and the file that it is in. */
export interface Place {
  uri: string;
  finding: Finding;
}

export function places(files: Iterable<FileFindings>): Place[] {
  return [...files].flatMap(({ uri, findings }) => findings.map((finding) => ({ uri, finding })));
}

/** Groups with the most places first, and by name among equals. */
export function group<T>(all: Iterable<T>, key: (one: T) => string): [string, T[]][] {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const name = key(one);
    groups.set(name, [...(groups.get(name) ?? []), one]);
  }
  return [...groups].sort(([a, x], [b, y]) => y.length - x.length || a.localeCompare(b));
}

/** Why the places without a fix have none. */
export function byBlocker(files: Iterable<FileFindings>): [string, Place[]][] {
  const reasons = places(files)
    .filter(({ finding }) => finding.fix === null)
    .flatMap((place) => {
      const messages = new Set(place.finding.blockers.map((blocker) => blocker.message));
      return [...(messages.size > 0 ? messages : ['has no counterpart'])].map((reason) => ({ reason, place }));
    });
  return group(reasons, ({ reason }) => reason).map(([reason, all]) => [reason, all.map(({ place }) => place)]);
}

export const plural = (number: number, word: string): string => `${number} ${word}${number === 1 ? '' : 's'}`;

/** "12 calls in 3 files", and how they can be migrated. */
export function sentence(counts: Counts): string {
  return `${plural(counts.calls, 'legacy call')} in ${plural(counts.files, 'file')}`;
}

export function detail(counts: Counts): string {
  return `${counts.safe} safe to migrate, ${counts.review} to review, ${counts.blocked} blocked`;
}

/** What a migration changes and what to look at, as a page in Markdown. */
export function note(
  files: { uri: string; calls: number; left: number; notes: string[] }[],
  name: (uri: string) => string,
): string {
  const parts = files.map(({ uri, calls, left, notes }) => {
    const rest = left > 0 ? `, ${left} left` : '';
    return [`## ${name(uri)}`, '', `${plural(calls, 'call')} migrated${rest}.`, '', ...notes.map((one) => `- [ ] ${one}`)]
      .join('\n')
      .trimEnd();
  });
  const stored =
    'Threads, messages, agents, vector stores and files that are stored with a service did not move with the code.';
  return ['# Migration of the retired agent APIs', stored, ...parts].join('\n\n') + '\n';
}
