import { Controller, Get, Header, Param } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { requestProblem } from '@laurel/runtime';
import { Parts } from './parts.js';

const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

const page = (title: string, body: string) =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title} - Laurel</title>` +
  `<style>body{font:1rem/1.6 system-ui,sans-serif;max-width:40rem;margin:3rem auto;padding:0 1rem;color:#1d2b24}code{background:#e8f0ea;padding:.1em .3em;border-radius:.2em}a{color:#1b6b45}</style>${body}</html>`;

/** What each problem type means and what to do next (RFC 9457 section 3.1.1: `type` leads to a page for people). */
@ApiTags('operations')
@Controller('problems')
export class ProblemsController {
  constructor(private readonly parts: Parts) {}

  @Get()
  @ApiOperation({ summary: 'Every refusal' })
  @Header('content-type', 'text/html; charset=utf-8')
  list(): string {
    const rows = this.parts.problems.flatMap((table) => table.all()).map(([code, kind]) => `<li><a href="/problems/${code}"><code>${code}</code></a> (${kind.status}): ${escape(kind.title)}</li>`);
    return page('Problems', `<h1>Problems</h1><ul>${rows.join('')}</ul>`);
  }

  @Get(':code')
  @ApiOperation({ summary: 'What a refusal means, and what to do next' })
  @Header('content-type', 'text/html; charset=utf-8')
  show(@Param('code') code: string): string {
    const kind = this.parts.problems.map((table) => table.find(code)).find((found) => found !== undefined);
    if (!kind) throw requestProblem('not-found', 'No problem has this code.');
    return page(code, `<h1>${escape(kind.title)}</h1><p><code>${code}</code>, HTTP status ${kind.status}</p><h2>What to do next</h2><p>${escape(kind.advice)}</p><p><a href="/problems">All problems</a> &middot; <a href="/docs">API</a></p>`);
  }
}
