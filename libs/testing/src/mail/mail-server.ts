import { simpleParser, type ParsedMail } from 'mailparser';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** An answer that is no yes: an SMTP code and its words (RFC 5321 section 4.2). */
export interface Refusal {
  readonly code: number;
  readonly words: string;
}

export interface TakenMail {
  /** From the envelope: whom it really went to. */
  readonly to: readonly string[];
  readonly mail: ParsedMail;
  readonly raw: string;
}

/** A real mail server (RFC 5321) that takes what a spec lets it take. */
export class MailServer {
  readonly taken: TakenMail[] = [];
  /** Asked at each RCPT and at each end of DATA; a refusal is answered, nothing is a yes. */
  refuse: (stage: 'recipient' | 'message', address: string) => Refusal | undefined = () => undefined;
  /** Awaited before a message is taken. */
  before: () => Promise<void> = () => Promise.resolve();

  private readonly server = new SMTPServer({
    authOptional: true, disabledCommands: ['AUTH', 'STARTTLS'], logger: false,
    onRcptTo: ({ address }, _session, done) => done(errorOf(this.refuse('recipient', address))),
    onData: (stream, { envelope }, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => void this.take(envelope.rcptTo.map(({ address }) => address), Buffer.concat(chunks)).then(done, done));
    },
  });

  static async listen(port = 0): Promise<MailServer> {
    const mails = new MailServer();
    mails.server.on('error', () => undefined);
    await new Promise<void>((resolve) => mails.server.listen(port, '127.0.0.1', resolve));
    return mails;
  }

  get port(): number {
    return (this.server.server.address() as AddressInfo).port;
  }

  /** For SMTP_URL. */
  get url(): string {
    return `smtp://127.0.0.1:${this.port}`;
  }

  close(): Promise<void> {
    return new Promise((resolve) => void this.server.close(() => resolve()));
  }

  private async take(to: string[], raw: Buffer): Promise<Error | null> {
    await this.before();
    const refusal = errorOf(this.refuse('message', to[0] ?? ''));
    if (!refusal) this.taken.push({ to, mail: await simpleParser(raw), raw: raw.toString() });
    return refusal;
  }
}

const errorOf = (refusal: Refusal | undefined): Error | null => (refusal ? Object.assign(new Error(refusal.words), { responseCode: refusal.code }) : null);
