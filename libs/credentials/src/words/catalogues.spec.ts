import { describe, expect, it } from '@jest/globals';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { english } from './en.js';
import { LANGUAGES } from './languages.js';
import { MessageCode } from './message.js';

/** The parameters of a text with the way in which each is written: `until, date`. */
const parametersOf = (text: string): string[] => [...text.matchAll(/\{(.*?)\}/g)].map(([, inside]) => inside ?? '').sort();

describe.each(LANGUAGES.map((language) => [language.tag, language] as const))('the texts in %s', (tag, { texts }) => {
  it.each(MessageCode.options)('%s has a text, with the parameters that the English one has', (code) => {
    expect(texts[code]).not.toBe('');
    expect(parametersOf(texts[code])).toEqual(parametersOf(english[code]));
  });

  it('are of no other code', () => expect(Object.keys(texts).sort()).toEqual([...MessageCode.options].sort()));
  it('have parameters in a form that is known', () => {
    const forms = Object.values(texts).flatMap(parametersOf).filter((parameter) => !/^\w+(, (date|time|number|list|row|start))?$/.test(parameter));
    expect(forms).toEqual([]);
  });
  it('are in that language, wherever there are words in them', () => {
    const same = MessageCode.options.filter((code) => tag !== 'en' && texts[code] === english[code]);
    expect(same.filter((code) => /[a-z]/i.test(english[code].replace(/\{.*?\}/g, '')))).toEqual([]);
  });
});

describe('the codes', () => {
  it('are all said somewhere', () => {
    const root = join(import.meta.dirname, '../../../..');
    const folders = ['libs', 'services'].flatMap((kind) => readdirSync(join(root, kind)).map((name) => join(root, kind, name, 'src'))).filter((folder) => existsSync(folder));
    const files = folders.flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => join(folder, path)));
    const sources = files.filter((path) => /(?<!\.spec)\.ts$/.test(path) && !path.includes('/words/')).map((path) => readFileSync(path, 'utf8')).join('\n');
    expect(MessageCode.options.filter((code) => !sources.includes(`'${code}'`))).toEqual([]);
  });

  it('stand in one file of texts each', () => {
    const files = readdirSync(join(import.meta.dirname, 'en')).map((name) => readFileSync(join(import.meta.dirname, 'en', name), 'utf8'));
    const named = files.flatMap((text) => [...text.matchAll(/^ {2}'?([\w-]+)'?: /gm)].map(([, code]) => code ?? ''));
    expect(named.sort()).toEqual([...MessageCode.options].sort());
  });
});
