/** Does work that belongs together one after the other, in the order in which it was asked for. */
export class OneAtATime<Key extends object> {
  private readonly last = new WeakMap<Key, Promise<unknown>>();

  run<Result>(key: Key, work: () => Promise<Result>): Promise<Result> {
    const before = this.last.get(key) ?? Promise.resolve();
    const result = before.then(work, work);
    this.last.set(key, result);
    return result;
  }
}
