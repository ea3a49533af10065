import { bakeImage, type JsonObject } from '@laurel/credentials';
import { accepted, unreadable, type Exhibit, type Verdict } from '../../verdicts/judged.js';
import { exhibit } from '../forge.js';

const asUrl = (svg: Uint8Array | string) => `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
const OPEN_BADGES = 'xmlns:openbadges="https://purl.imsglobal.org/ob/v3p0"';

/** SVGs that carry a good credential, or would, each broken in one way. */
export function svgs(credential: JsonObject, token: string): Exhibit[] {
  const good = Buffer.from(bakeImage('svg', JSON.stringify(credential))).toString();
  const plain = (inside: string, root = 'xmlns="http://www.w3.org/2000/svg"') => `<svg ${root} ${OPEN_BADGES}>${inside}</svg>`;
  const [element] = /<openbadges:credential[\s\S]*<\/openbadges:credential>/.exec(good) ?? [''];
  const verify = `<openbadges:credential verify="${token}"></openbadges:credential>`;
  const deep = '<g>'.repeat(128);
  const cases: readonly (readonly [name: string, svg: Uint8Array | string, verdict: Verdict])[] = [
    ['with a token', plain(verify), accepted],
    ['that carries nothing', plain('<g/>'), unreadable('carries no credential')],
    ['that carries two', plain(element + element), unreadable('more than one credential')],
    ['that carries one in each way', plain(verify.replace('></', `>${token}</`)), unreadable('more than one credential')],
    ['in another encoding', `<?xml version="1.0" encoding="iso-8859-1"?>${good}`, unreadable('it is not UTF-8')],
    ['with entities', `<!DOCTYPE svg [<!ENTITY x "y">]>${good}`, unreadable('declares entities')],
    ['deeper than any drawing', plain(`${deep}${element}${deep.replaceAll('<', '</')}`), unreadable('nested deeper')],
    ['with elements in the credential', plain(element.replace('><![CDATA[', '><g/><![CDATA[')), unreadable('elements in the credential')],
    ['that is another element', good.replace(/<svg/, '<html').replace(/<\/svg>/, '</html>'), unreadable('it is no SVG')],
    ['that is of another vocabulary', plain(element, 'xmlns="http://www.w3.org/1999/xhtml"'), unreadable('it is no SVG')],
    ['that is only said to be one', '<!-- nothing -->', unreadable('root element')],
    ['that is not well formed', good.replace('</svg>', ''), unreadable('unclosed tag')],
    ['that is not UTF-8', Buffer.concat([Buffer.from('<svg>'), Buffer.of(0xff)]), unreadable('it is not UTF-8')],
  ];
  return cases.map(([name, svg, verdict]) => exhibit(`image: an SVG ${name}`, asUrl(svg), verdict));
}
