import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { MailServer } from '@laurel/testing';
import { simpleParser } from 'mailparser';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FolderPost } from './folder-post.js';
import type { Mail } from './post.js';
import { SmtpPost } from './smtp-post.js';

const FROM = 'Laurel <no-reply@laurel.example>';
const mail = (more: Partial<Mail> = {}): Mail => ({
  id: '0193609a-0000-7000-8000-000000000001', to: 'amina@example.org', subject: 'Your credential: Premiers secours', text: 'Félicitations', html: '<p>Félicitations</p>',
  date: new Date('2026-11-24T09:00:00.000Z'), traceparent: `00-${'a'.repeat(32)}-${'b'.repeat(16)}-01`, ...more,
});

describe('SmtpPost', () => {
  let server: MailServer;
  let post: SmtpPost;

  beforeEach(async () => {
    server = await MailServer.listen();
    post = new SmtpPost(server.url, FROM);
  });
  afterEach(async () => {
    post.close();
    await server.close();
  });

  it('sends text and HTML, under an id and a trace that are the message\'s own', async () => {
    await post.send(mail());
    const [taken] = server.taken;
    expect(taken?.to).toEqual(['amina@example.org']);
    expect(taken?.mail).toMatchObject({ messageId: '<0193609a-0000-7000-8000-000000000001@laurel.example>', subject: 'Your credential: Premiers secours', html: '<p>Félicitations</p>' });
    expect(taken?.mail.text?.trim()).toBe('Félicitations');
    expect(taken?.mail.from?.text).toBe('"Laurel" <no-reply@laurel.example>');
    expect(taken?.mail.headers.get('traceparent')).toBe(mail().traceparent);
    expect(taken?.mail.headers.get('auto-submitted')).toBe('auto-generated');
  });

  it('lets no subject begin a header, and no address add a second one', async () => {
    await post.send(mail({ subject: 'Hello\r\nBcc: everybody@evil.example\r\n\r\nNot a body' }));
    await post.send(mail({ to: 'amina@example.org, second@evil.example' })).catch(() => undefined);
    expect(server.taken.flatMap(({ to }) => to)).not.toContain('second@evil.example');
    expect(server.taken[0]?.to).toEqual(['amina@example.org']);
    expect(server.taken[0]?.mail.headers.has('bcc')).toBe(false);
    expect(server.taken[0]?.mail.subject).toContain('Not a body');
  });

  it.each([
    ['recipient', 550, true], ['recipient', 450, false], ['message', 554, true], ['message', 451, false],
  ] as const)('a %s answered with %i is refused for good: %s', async (stage, code, forGood) => {
    server.refuse = (at) => (at === stage ? { code, words: 'amina@example.org is not wanted' } : undefined);
    const refusal = post.send(mail());
    await expect(refusal).rejects.toMatchObject({ name: 'NotTaken', forGood, fault: expect.stringContaining(String(code)) });
    await expect(refusal).rejects.not.toMatchObject({ fault: expect.stringContaining('amina') });
  });

  it('a server that is not there may come back', async () => {
    const nowhere = new SmtpPost('smtp://127.0.0.1:1', FROM);
    await expect(nowhere.send(mail())).rejects.toMatchObject({ name: 'NotTaken', forGood: false });
    nowhere.close();
  });
});

describe('FolderPost', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'laurel-mail-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('writes one file a mail, however often it is sent, that only its owner reads', async () => {
    const post = new FolderPost(join(folder, 'mail'), FROM);
    await post.send(mail());
    await post.send(mail());
    const [file, ...others] = readdirSync(join(folder, 'mail'));
    expect([file, others]).toEqual([`${mail().id}.eml`, []]);
    const path = join(folder, 'mail', `${mail().id}.eml`);
    expect(statSync(path).mode & 0o077).toBe(0);
    const parsed = await simpleParser(readFileSync(path));
    expect(parsed).toMatchObject({ messageId: `<${mail().id}@laurel.example>`, subject: mail().subject, html: mail().html, date: mail().date });
  });

  it('a folder that cannot be written to may become writable', async () => {
    const post = new FolderPost(folder, FROM);
    rmSync(folder, { recursive: true });
    await expect(post.send(mail())).rejects.toMatchObject({ name: 'NotTaken', forGood: false, fault: 'write ENOENT' });
  });
});
