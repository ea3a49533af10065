import { createTransport, type Transporter } from 'nodemailer';
import { mimeOf } from './mime.js';
import { NotTaken, Post, type Mail } from './post.js';

/** What nodemailer calls an answer to MAIL, RCPT or DATA; other faults are of the connection or the login. */
const ABOUT_THE_MAIL = new Set(['EENVELOPE', 'EMESSAGE']);

/** Hands mails to a mail server, over a few connections that stay open. */
export class SmtpPost extends Post {
  private readonly transport: Transporter;

  constructor(url: string, private readonly from: string) {
    super();
    this.transport = createTransport({ url, pool: true, maxConnections: 4, connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000, dnsTimeout: 10_000 });
  }

  async send(mail: Mail): Promise<void> {
    try {
      await this.transport.sendMail(mimeOf(mail, this.from));
    } catch (error) {
      throw notTaken(error);
    }
  }

  close(): void {
    this.transport.close();
  }
}

/** 4yz and everything about the connection may go better later (RFC 5321 section 4.2.1); 5yz about this mail will not. */
function notTaken(error: unknown): NotTaken {
  const { code, responseCode, command } = error as { readonly code?: unknown; readonly responseCode?: unknown; readonly command?: unknown };
  const answered = typeof responseCode === 'number' ? responseCode : undefined;
  const forGood = ABOUT_THE_MAIL.has(String(code)) && (answered === undefined || answered >= 500);
  return new NotTaken([code, answered, command].filter((part) => part !== undefined).join(' ') || 'unknown', forGood);
}
