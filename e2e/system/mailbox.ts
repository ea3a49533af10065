import { simpleParser, type ParsedMail } from 'mailparser';
import { mkdirSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { SMTPServer } from 'smtp-server';

export interface Mail {
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly messageId: string;
  readonly receivedAt: Date;
  /** The message as it came over the wire (RFC 5322). */
  readonly raw: Buffer;
}

/** A mail server that takes everything for everybody (RFC 5321), and lets one wait for what comes. */
export class Mailbox {
  readonly mails: Mail[] = [];
  private readonly waiting = new Set<(mail: Mail) => void>();
  private readonly server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    logger: false,
    onData: (stream, _session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => { this.take(Buffer.concat(chunks)).then(() => done(), done); });
    },
  });

  static async open(): Promise<Mailbox> {
    const mailbox = new Mailbox();
    // A client that is killed in the middle of a mail resets its connection; that is no fault of this server.
    mailbox.server.on('error', () => undefined);
    await new Promise<void>((resolve) => { mailbox.server.listen(0, '127.0.0.1', resolve); });
    return mailbox;
  }

  /** For SMTP_URL. */
  get url(): string {
    return `smtp://127.0.0.1:${(this.server.server.address() as AddressInfo).port}`;
  }

  /** The first mail that fits, come or to come. @throws after `withinMs`, naming `what` was waited for */
  next(what: string, fits: (mail: Mail) => boolean, withinMs = 20_000): Promise<Mail> {
    const come = this.mails.find(fits);
    if (come) return Promise.resolve(come);
    return new Promise((resolve, reject) => {
      const look = (mail: Mail) => { if (fits(mail)) { finish(); resolve(mail); } };
      const timeout = setTimeout(() => { finish(); reject(new Error(`${what} did not arrive within ${withinMs / 1_000} s`)); }, withinMs);
      const finish = () => { clearTimeout(timeout); this.waiting.delete(look); };
      this.waiting.add(look);
    });
  }

  /** Writes each as `<number>-<recipient>.eml`. */
  writeTo(folder: string): void {
    mkdirSync(folder, { recursive: true });
    this.mails.forEach((mail, index) => {
      const name = (mail.to[0] ?? 'nobody').replace(/[^A-Za-z0-9@._-]/g, '_');
      writeFileSync(join(folder, `${String(index + 1).padStart(4, '0')}-${name}.eml`), mail.raw);
    });
  }

  close(): Promise<void> {
    return new Promise((resolve) => { this.server.close(() => resolve()); });
  }

  private async take(raw: Buffer): Promise<void> {
    const parsed = await simpleParser(raw);
    const mail: Mail = {
      to: recipientsOf(parsed), subject: parsed.subject ?? '', text: parsed.text ?? '', messageId: parsed.messageId ?? '', receivedAt: new Date(), raw,
    };
    this.mails.push(mail);
    for (const look of [...this.waiting]) look(mail);
  }
}

function recipientsOf({ to }: ParsedMail): string[] {
  return [to ?? []].flat().flatMap(({ value }) => value.flatMap(({ address }) => address ?? []));
}
