/** Something kept with its weight in bytes, when it was asked for, and until when it is good for anybody. */
export interface Kept<Result> {
  readonly result: Result;
  readonly bytes: number;
  readonly askedAt: Date;
  readonly freshUntil: Date;
}

/** How long something is kept after it is no longer fresh, for those who asked before it came, in milliseconds. */
const FOR_EARLIER_MS = 30_000;

/** Documents in memory, within bounds; the one that was looked at longest ago goes first. */
export class DocumentCache<Result> {
  private readonly documents = new Map<string, Kept<Result>>();
  private bytes = 0;

  /** @param most how many documents, and how many bytes of their texts together */
  constructor(private readonly most: { readonly documents: number; readonly bytes: number }) {}

  /** What is fresh, or was asked for at `since` or later: it answers a question of that time (RFC 9111 section 4, collapsed requests). */
  get(url: string, now: Date, since?: Date): Result | undefined {
    const kept = this.documents.get(url);
    if (!kept) return undefined;
    if (now.getTime() >= kept.freshUntil.getTime() + FOR_EARLIER_MS) {
      this.remove(url, kept);
      return undefined;
    }
    if (now >= kept.freshUntil && !(since && kept.askedAt >= since)) return undefined;
    this.documents.delete(url);
    this.documents.set(url, kept);
    return kept.result;
  }

  put(url: string, kept: Kept<Result>): void {
    const before = this.documents.get(url);
    if (before) this.remove(url, before);
    this.documents.set(url, kept);
    this.bytes += kept.bytes;
    for (const [oldest, document] of this.documents) {
      if (this.documents.size <= this.most.documents && this.bytes <= this.most.bytes) return;
      this.remove(oldest, document);
    }
  }

  private remove(url: string, { bytes }: Kept<Result>): void {
    this.documents.delete(url);
    this.bytes -= bytes;
  }
}
