/** Texts before and after a migration. Knows no editor. */

/** The part of a text that has to be replaced to get another. */
export function difference(before: string, after: string): { start: number; end: number; text: string } {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) {
    start += 1;
  }
  let end = 0;
  while (end < shorter - start && before[before.length - 1 - end] === after[after.length - 1 - end]) {
    end += 1;
  }
  return { start, end: before.length - end, text: after.slice(start, after.length - end) };
}

/** A text as the editor compares it: a document has one kind of line end. */
export const plain = (text: string): string => text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');

export type Outcome = 'whole' | 'part' | 'none';

/** How much of a file's migration is in its text. */
export function outcome(before: string, after: string, now: string): Outcome {
  const text = plain(now);
  return text === plain(after) ? 'whole' : text === plain(before) ? 'none' : 'part';
}
