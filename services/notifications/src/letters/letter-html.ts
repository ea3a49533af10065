import type { Block, Letter } from './letter.js';

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);

const FONT = 'font-family:system-ui,-apple-system,Segoe UI,Roboto,sans-serif';

/**
 * The letter as HTML for mail readers: one column, inline styles, no pictures, nothing loaded from anywhere, headings and
 * language for screen readers, contrast of 7:1 and more (WCAG 2.2, 1.4.6).
 */
export const letterHtml = ({ subject, heading, blocks, reason }: Letter): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(subject)}</title></head>` +
  `<body style="margin:0;padding:24px 12px;background:#eef3ef;color:#1d2b24;${FONT};font-size:16px;line-height:1.6">` +
  `<main style="max-width:560px;margin:0 auto;padding:28px 32px;background:#fff;border-top:4px solid #1b6b45;border-radius:6px">` +
  `<h1 style="margin:0 0 16px;font-size:22px;line-height:1.3">${escapeHtml(heading)}</h1>${blocks.map(htmlOf).join('')}</main>` +
  `<footer style="max-width:560px;margin:16px auto 0;padding:0 32px;font-size:14px;color:#3c4b43">` +
  `<p style="margin:0 0 4px"><strong>Laurel</strong>: all learning counts.</p><p style="margin:0">${escapeHtml(reason)}</p></footer></body></html>`;

function htmlOf(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return `<p style="margin:0 0 16px">${escapeHtml(block.text)}</p>`;
    case 'code':
      return `<p style="margin:0 0 16px;padding:12px 0;background:#eef3ef;text-align:center;font-size:30px;letter-spacing:6px"><strong>${escapeHtml(block.text)}</strong></p>`;
    case 'facts':
      return `<dl style="margin:0 0 16px">${block.facts.map(factHtml).join('')}</dl>`;
    case 'link':
      return `<p style="margin:0 0 16px">${escapeHtml(block.label)}: <a style="color:#14532d" href="${escapeHtml(block.url)}">${escapeHtml(block.url)}</a></p>`;
  }
}

const factHtml = ([name, value]: readonly [string, string]): string =>
  `<dt style="font-size:14px;color:#3c4b43">${escapeHtml(name)}</dt><dd style="margin:0 0 8px">${escapeHtml(value)}</dd>`;
