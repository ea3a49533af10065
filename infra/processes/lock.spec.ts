import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { InUse, takeLock, takeLockNow } from './lock.js';
import { findProcess } from './running-process.js';

let folder: string;
let path: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'laurel-lock-'));
  path = join(folder, 'it.lock');
});

afterEach(() => rmSync(folder, { recursive: true }));

const sleeper = () => spawn('sleep', ['60'], { stdio: 'ignore' });

describe('a lock file', () => {
  it('is held by one at a time, and free after release', () => {
    const release = takeLockNow(path, 'it');
    expect(() => takeLockNow(path, 'it')).toThrow(InUse);
    release();
    expect(existsSync(path)).toBe(false);
    takeLockNow(path, 'it')();
  });

  it('names the living process that holds it', async () => {
    const other = sleeper();
    writeFileSync(path, JSON.stringify(findProcess(other.pid ?? 0)));
    await expect(takeLock(path, 'the folder')).rejects.toThrow(`the folder is in use by process ${other.pid} (sleep 60)`);
    other.kill('SIGKILL');
  });

  it('is taken over from a process that is just being killed', async () => {
    const other = sleeper();
    writeFileSync(path, JSON.stringify(findProcess(other.pid ?? 0)));
    other.kill('SIGKILL');
    (await takeLock(path, 'it'))();
  });

  it('is taken over from another process that had the pid before, and from a file that cannot be read', () => {
    const release = takeLockNow(path, 'it');
    writeFileSync(path, JSON.stringify({ ...findProcess(process.pid), startedAt: 'earlier' }));
    takeLockNow(path, 'it')();
    release();
    writeFileSync(path, '{"pid": 12');
    takeLockNow(path, 'it')();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('is not removed by a holder that lost it', () => {
    const release = takeLockNow(path, 'it');
    writeFileSync(path, 'somebody else');
    release();
    expect(existsSync(path)).toBe(true);
  });
});
