import type { SendMailOptions } from 'nodemailer';
import type { Mail } from './post.js';

/** The bare address of a sender such as `Laurel <no-reply@laurel.example>`. */
export const addressOf = (from: string): string => from.match(/<([^<>]+)>\s*$/)?.[1] ?? from;

/** A mail as nodemailer takes it; no file and no URL is read for it. */
export const mimeOf = ({ id, to, subject, text, html, date, traceparent }: Mail, from: string): SendMailOptions => ({
  messageId: `<${id}@${addressOf(from).split('@').at(-1) ?? 'localhost'}>`,
  from,
  to: { name: '', address: to },
  subject, text, html, date,
  headers: { 'Auto-Submitted': 'auto-generated', Traceparent: traceparent },
  disableFileAccess: true, disableUrlAccess: true,
});
