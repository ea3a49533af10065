import { describe, expect, it } from '@jest/globals';
import { readCommand, UsageError } from './command-line.js';

describe('readCommand', () => {
  it('reads filters, ids and a dry run', () => {
    expect(readCommand(['dead-letters', 'replay', 'one', '--id', 'two', '--service', 'notifications', '--state', 'dead', '--type', 't', '--dry-run'])).toEqual({
      name: 'replay', service: 'notifications', filter: { ids: ['one', 'two'], state: 'dead', type: 't' }, limit: 100, dryRun: true,
    });
  });

  it('shows help when nothing is asked for', () => {
    expect(readCommand([]).name).toBe('help');
  });

  it.each([[['sing']], [['dead-letters', 'sing']], [['dead-letters', 'show', 'id']], [['dead-letters', 'list', '--state', 'odd']], [['dead-letters', 'list', '--limit', '0']], [['dead-letters', 'list', '--what']]])('refuses %j', (args) => {
    expect(() => readCommand(args)).toThrow(UsageError);
  });
});
