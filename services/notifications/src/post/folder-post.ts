import MailComposer from 'nodemailer/lib/mail-composer';
import { mkdirSync } from 'node:fs';
import { open, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { mimeOf } from './mime.js';
import { NotTaken, Post, type Mail } from './post.js';

/** Writes each mail to `<folder>/<message id>.eml` (RFC 5322), whole or not at all; the same mail again replaces itself. */
export class FolderPost extends Post {
  constructor(private readonly folder: string, private readonly from: string) {
    super();
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  }

  async send(mail: Mail): Promise<void> {
    const message = await new MailComposer(mimeOf(mail, this.from)).compile().build();
    const part = join(this.folder, `.${mail.id}.part`);
    try {
      const file = await open(part, 'w', 0o600);
      try {
        await file.writeFile(message);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(part, join(this.folder, `${mail.id}.eml`));
    } catch (error) {
      throw new NotTaken(`write ${(error as NodeJS.ErrnoException).code ?? ''}`, false);
    }
  }

  close(): void {}
}
