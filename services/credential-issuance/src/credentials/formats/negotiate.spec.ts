import { describe, expect, test } from '@jest/globals';
import { negotiate } from './negotiate.js';

const OFFERED = ['application/vc', 'application/json', 'application/vc+jwt', 'image/png', 'image/svg+xml'];

describe('of what is offered', () => {
  test.each([
    [undefined, 'application/vc'],
    ['', 'application/vc'],
    ['*/*', 'application/vc'],
    ['application/vc+jwt', 'application/vc+jwt'],
    ['APPLICATION/VC+JWT; Q=0.1', 'application/vc+jwt'],
    ['application/json, text/plain, */*', 'application/vc'],
    ['application/json, text/plain, */*;q=0.8', 'application/json'],
    ['image/*', 'image/png'],
    ['image/png;q=0.2, image/*;q=0.9', 'image/svg+xml'],
    ['image/*, image/png;q=0', 'image/svg+xml'],
    ['*/*;q=0.1, application/vc;q=0', 'application/json'],
    ['text/html, image/svg+xml;q=0.5, image/png;q=0.501', 'image/png'],
    ['application/vc;profile="x", image/png;q=0.9', 'application/vc'],
    ['image/png, application/vc', 'application/vc'],
    ['application/vc;q=2, image/png;q=0.1', 'image/png'],
  ])('%j wants %s', (accept, expected) => expect(negotiate(accept, OFFERED)).toBe(expected));

  test.each(['text/html', 'image/webp, text/*', '*/*;q=0', 'image/png;q=0', 'application/vc;q=0, application/vc+ld+json'])('%j wants nothing', (accept) => {
    expect(negotiate(accept, OFFERED)).toBeUndefined();
  });
});
