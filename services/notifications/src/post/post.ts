/** A mail, ready to go. */
export interface Mail {
  /** The message's id: the same at every try, so that a mail that comes twice is seen to be one. */
  readonly id: string;
  /** One address (RFC 5321 section 4.1.2), nothing else. */
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly date: Date;
  /** W3C Trace Context section 3.2. */
  readonly traceparent: string;
}

/** Why a mail was not taken. */
export class NotTaken extends Error {
  override readonly name = 'NotTaken';

  /** @param fault codes only; @param forGood whether the same mail would be refused again */
  constructor(readonly fault: string, readonly forGood: boolean) {
    super(fault);
  }
}

/** Takes mails. */
export abstract class Post {
  /** Resolves when the mail is somebody else's to keep. @throws NotTaken */
  abstract send(mail: Mail): Promise<void>;
  abstract close(): void;
}
