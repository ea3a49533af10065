/** Wakes the one who waits. Set before, the wait is over at once. */
export class Signal {
  private given = false;
  private wake: (() => void) | undefined;

  set(): void {
    this.given = true;
    this.wake?.();
  }

  /** Resolves when set, or after some milliseconds, and takes the signal with it. */
  async wait(ms: number): Promise<void> {
    if (!this.given) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, ms);
        this.wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    this.given = false;
    this.wake = undefined;
  }
}
