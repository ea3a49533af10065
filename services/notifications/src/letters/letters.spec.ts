import { describe, expect, it } from '@jest/globals';
import { writeLetter, type Content } from './content.js';
import { letterHtml } from './letter-html.js';
import { letterText } from './letter-text.js';
import { oneLine } from './letter.js';

const origin = 'https://laurel.example';
const credentialId = '0193609a-0000-7000-8000-000000000001';

const issued = (achievementName: string): Content => ({
  template: 'credential-issued', credentialId, achievementName, providerName: 'City Library', formOfLearning: 'non-formal', level: 3,
  awardedOn: '2026-11-20', validUntil: '2028-11-20T00:00:00.000Z',
});
const revoked: Content = {
  template: 'credential-status', credentialId, achievementName: 'First aid', status: 'revoked', changedBy: 'City Library', changedAt: '2026-11-24T09:30:00.000Z',
};
const signIn: Content = { template: 'sign-in-code', expiresAt: '2026-11-24T09:40:00.000Z' };

describe('a letter', () => {
  it('tells of a credential what, from whom, when, and until when', () => {
    const letter = writeLetter(issued('First aid'), { origin });
    expect(letter.subject).toBe('Your credential: First aid');
    for (const written of [letterText(letter), letterHtml(letter)]) {
      for (const said of ['City Library', '20 November 2026', '20 November 2028', 'non-formal', 'EQF 3', credentialId, origin]) expect(written).toContain(said);
    }
  });

  it('tells of a withdrawal who did it and when, and what to do', () => {
    const letter = writeLetter(revoked, { origin });
    expect(letter.subject).toBe('Your credential was withdrawn: First aid');
    expect(letterText(letter)).toMatch(/Was withdrawn by: City Library\nOn: 24 November 2026/);
    expect(letterText(letter)).toContain('please ask City Library');
  });

  it('shows a sign-in code where it is given, and nowhere else', () => {
    const sent = writeLetter(signIn, { origin, code: '042137' });
    expect(letterText(sent).match(/\b\d{6}\b/g)).toEqual(['042137']);
    expect(letterHtml(sent)).toContain('042137');
    expect(sent.subject).not.toContain('042137');
    const listed = letterText(writeLetter(signIn, { origin }));
    expect(listed).toContain('not shown here');
    expect(listed).toContain('09:40 UTC');
  });

  it('escapes what others named', () => {
    const hostile = `<script>alert("x")</script> & <a href='https://evil.example'>click</a>`;
    const html = letterHtml(writeLetter(issued(hostile), { origin }));
    expect(html).toContain('&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; &lt;a href=&#39;https://evil.example&#39;&gt;');
    expect(html).not.toMatch(/<script|<a href='|evil\.example'>/);
  });

  it('has HTML that is one whole document in one language, with a title', () => {
    const html = letterHtml(writeLetter(revoked, { origin }));
    expect(html).toMatch(/^<!doctype html><html lang="en"><head><meta charset="utf-8">.*<title>Your credential was withdrawn: First aid<\/title>.*<h1 .*<\/html>$/);
    expect(html).not.toMatch(/<img|url\(|<link|src=/);
  });
});

describe('one line', () => {
  it('leaves no line break, control character or turn of direction in a name', () => {
    expect(oneLine('First aid\r\nBcc: everybody@evil.example\u2028\t\u0007x')).toBe('First aid Bcc: everybody@evil.example x');
    expect(oneLine('\u202eFirst\u2066 aid\u2069')).toBe('First aid');
    expect(oneLine('Éducation à la citoyenneté 学习')).toBe('Éducation à la citoyenneté 学习');
  });

  it('keeps a hostile name out of the subject and out of the lines of the text', () => {
    const letter = writeLetter(issued('A\r\nBcc: x@evil.example\n\nDear learner, your password'), { origin });
    expect(letter.subject).toBe('Your credential: A Bcc: x@evil.example Dear learner, your password');
    expect(letterText(letter)).not.toMatch(/^Dear learner/m);
  });
});
