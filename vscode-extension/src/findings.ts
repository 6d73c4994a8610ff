/** What the server says about the workspace, and sums of it. Knows no editor. */

export interface Position {
  line: number;
  character: number;
}

export interface Range {
  start: Position;
  end: Position;
}

/** A place in a file, or in the cell of a notebook with a number. */
export interface Located {
  range: Range;
  /** From 1, among all cells. */
  cell: number | null;
}

export interface Blocker extends Located {
  message: string;
}

/** What a file holds: code, or what stands beside code, such as dependencies. */
export type Kind = 'python' | 'notebook' | 'beside';

export interface Finding extends Located {
  code: string;
  name: string;
  message: string;
  severity: 'error' | 'warning' | 'information';
  symbol: string;
  target: string | null;
  retirement: string | null;
  fix: 'safe' | 'unsafe' | null;
  group: string | null;
  notes: string[];
  blockers: Blocker[];
}

export interface FileFindings {
  uri: string;
  kind: Kind;
  findings: Finding[];
}

export interface Counts {
  /** Files with code, and the legacy calls in them. */
  files: number;
  calls: number;
  /** Files beside the code, and the entries in them. */
  others: number;
  entries: number;
  safe: number;
  review: number;
  blocked: number;
}

export function count(files: Iterable<FileFindings>): Counts {
  const counts: Counts = { files: 0, calls: 0, others: 0, entries: 0, safe: 0, review: 0, blocked: 0 };
  for (const { kind, findings } of files) {
    const beside = kind === 'beside';
    counts[beside ? 'others' : 'files'] += findings.length > 0 ? 1 : 0;
    counts[beside ? 'entries' : 'calls'] += findings.length;
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
  return /^azure[.-]/.test(finding.symbol) ? 'Azure classic agents' : 'Other';
}

/** A finding and the file that it is in. */
export interface Place {
  uri: string;
  finding: Finding;
}

/** "line 7", or "cell 2, line 7". */
export const lineOf = ({ range, cell }: Located): string =>
  `${cell === null ? '' : `cell ${cell}, `}line ${range.start.line + 1}`;

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
      return [...(messages.size > 0 ? messages : [place.finding.message])].map((reason) => ({ reason, place }));
    });
  return group(reasons, ({ reason }) => reason).map(([reason, all]) => [reason, all.map(({ place }) => place)]);
}

export const plural = (number: number, word: string): string =>
  `${number} ${number === 1 ? word : word.replace(/y$/, 'ie').concat('s')}`;

/** "3 calls", or what there is instead in a file beside the code. */
export const counted = (number: number, kind: Kind): string => plural(number, kind === 'beside' ? 'entry' : 'call');

export const total = (counts: Counts): number => counts.calls + counts.entries;

/** "12 legacy calls in 3 files", and what stands beside them. */
export function sentence(counts: Counts): string {
  const code = `${plural(counts.calls, 'legacy call')} in ${plural(counts.files, 'file')}`;
  const beside = `${plural(counts.entries, 'entry')} in ${plural(counts.others, 'dependency or settings file')}`;
  return counts.entries === 0 ? code : counts.calls === 0 ? beside : `${code}, ${beside}`;
}

export function detail(counts: Counts): string {
  return `${counts.safe} safe to migrate, ${counts.review} to review, ${counts.blocked} blocked`;
}

/** What a migration changes and what to look at, as a page in Markdown. */
export function note(
  files: { uri: string; kind: Kind; calls: number; left: number; notes: string[] }[],
  name: (uri: string) => string,
): string {
  const parts = files.map(({ uri, kind, calls, left, notes }) => {
    const rest = left > 0 ? `, ${left} left` : '';
    return [`## ${name(uri)}`, '', `${counted(calls, kind)} migrated${rest}.`, '', ...notes.map((one) => `- [ ] ${one}`)]
      .join('\n')
      .trimEnd();
  });
  const stored =
    'Threads, messages, agents, vector stores and files that are stored with a service did not move with the code.';
  return ['# Migration of the retired agent APIs', stored, ...parts].join('\n\n') + '\n';
}
