/** What was found out once for several who ask, while there is room; what was asked for longest ago goes first. */
export class KeptFew<Result> {
  private readonly kept = new Map<string, Promise<Result>>();

  constructor(private readonly most: number) {}

  get(key: string, find: () => Promise<Result>): Promise<Result> {
    const found = this.kept.get(key) ?? find();
    this.kept.delete(key);
    this.kept.set(key, found);
    const [oldest = key] = this.kept.keys();
    if (this.kept.size > this.most) this.kept.delete(oldest);
    return found;
  }
}
