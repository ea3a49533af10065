/** A step of the story took so long. */
export interface StepTime {
  readonly title: string;
  readonly seconds: number;
}

/** The story does not go on: something is not as it must be. */
export class StoryBroken extends Error {
  override readonly name = 'StoryBroken';
}

/** @throws StoryBroken, saying what was expected */
export function expectThat(condition: boolean, expected: string): asserts condition {
  if (!condition) throw new StoryBroken(`expected: ${expected}`);
}

/** Tells the story to a person, step by step, with times. */
export class Narrator {
  readonly steps: StepTime[] = [];

  constructor(private readonly write: (line: string) => void) {}

  async step<T>(title: string, act: () => Promise<T>): Promise<T> {
    const number = String(this.steps.length + 1).padStart(2);
    const began = performance.now();
    this.write(`\n${number}. ${title}`);
    const result = await act().catch((error: unknown) => {
      this.write(`    it broke after ${inSeconds(performance.now() - began)}`);
      throw error;
    });
    const ms = performance.now() - began;
    this.steps.push({ title, seconds: Math.round(ms) / 1_000 });
    this.write(`    ${inSeconds(ms)}`);
    return result;
  }

  say(line: string): void {
    this.write(`    ${line}`);
  }

  /** Rows in columns as wide as they need to be. */
  table(rows: readonly (readonly string[])[]): void {
    const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
    for (const row of rows) this.say(row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ').trimEnd());
  }

  headline(line: string): void {
    this.write(line);
  }
}

export const inSeconds = (ms: number): string => (ms < 995 ? `${Math.round(ms)} ms` : `${(ms / 1_000).toFixed(1)} s`);
