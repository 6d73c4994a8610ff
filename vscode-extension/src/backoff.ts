/** How long to wait before the server is started again, and when to give up. */
export const CRASHES = 5;
export const WITHIN = 3 * 60_000;

export class Backoff {
  private times: number[] = [];

  constructor(private readonly now: () => number = Date.now) {}

  /** Milliseconds to wait after a crash; undefined when it has crashed too often. */
  crashed(): number | undefined {
    const now = this.now();
    this.times = [...this.times.filter((time) => now - time < WITHIN), now];
    const count = this.times.length;
    return count > CRASHES ? undefined : count === 1 ? 0 : 500 * 2 ** (count - 1);
  }

  reset(): void {
    this.times = [];
  }
}
