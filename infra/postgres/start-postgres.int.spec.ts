import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { pidFileOf } from '../processes/pid-file.js';
import { findProcess } from '../processes/running-process.js';
import { placeOf } from './place.js';
import type { RunningPostgres } from './server.js';
import { discardPostgres, startPostgres, supervisePostgres, type PostgresOptions } from './start-postgres.js';

let folder: string;
const running: RunningPostgres[] = [];
const children: ChildProcess[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'laurel-postgres-'));
  chmodSync(folder, 0o700);
});

afterEach(async () => {
  const orphaned = children.splice(0).filter((child) => child.kill('SIGKILL'));
  if (orphaned.length) await start();
  for (const server of running.splice(0)) await server.stop();
  discardPostgres(folder);
  rmSync(folder, { recursive: true, force: true });
});

async function start(options: Partial<PostgresOptions> = {}): Promise<RunningPostgres> {
  const server = await startPostgres({ folder, fsync: false, ...options });
  running.push(server);
  return server;
}

async function query(url: string, text: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}

/** A Node process that starts the same folder's Postgres and then waits to be killed. */
async function startElsewhere(): Promise<{ child: ChildProcess; pid: number; url: string }> {
  const entry = new URL('../dist/index.js', import.meta.url).href;
  const script = `const { startPostgres } = await import(${JSON.stringify(entry)});
    const { pid, url } = await startPostgres({ folder: ${JSON.stringify(folder)}, fsync: false });
    console.log(JSON.stringify({ pid, url })); setInterval(() => undefined, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
  children.push(child);
  const line = await new Promise<string>((resolve, reject) => {
    child.stdout.once('data', (chunk: Buffer) => resolve(chunk.toString()));
    child.once('exit', (code) => reject(new Error(`the other process ended with ${code}`)));
  });
  return { child, ...(JSON.parse(line) as { pid: number; url: string }) };
}

describe('startPostgres', () => {
  it('runs below a folder only its owner may enter, and keeps what was committed over a stop', async () => {
    const first = await start({ pidFile: pidFileOf(folder, 'postgres') });
    await query(first.url, 'create table kept as select 1 as n');
    expect(Number(readFileSync(pidFileOf(folder, 'postgres'), 'utf8'))).toBe(first.pid);
    await first.stop();
    expect(findProcess(first.pid)).toBeUndefined();
    expect(existsSync(pidFileOf(folder, 'postgres'))).toBe(false);

    const second = await start();
    expect(await query(second.url, 'select n from kept')).toEqual([{ n: 1 }]);
  });

  it('asks for a password', async () => {
    const { url } = await start();
    const wrong = new URL(url);
    wrong.password = 'wrong';
    await expect(query(wrong.href, 'select 1')).rejects.toThrow(/password authentication failed/);
  });

  it('refuses a folder that another living process uses, and leaves that one alone', async () => {
    const other = await startElsewhere();
    await expect(start()).rejects.toThrow(new RegExp(`in use by process ${other.child.pid} `));
    expect(await query(other.url, 'select 1 as n')).toEqual([{ n: 1 }]);
  });

  it('lets one of two starts at once through', async () => {
    const results = await Promise.allSettled([start(), start()]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('takes over in 5 s from a process that was killed and left its server running', async () => {
    const other = await startElsewhere();
    await query(other.url, 'create table acknowledged as select 1 as n');
    other.child.kill('SIGKILL');
    await sleep(50);
    expect(findProcess(other.pid)).toBeDefined();

    const began = Date.now();
    const server = await start();
    expect(Date.now() - began).toBeLessThan(5_000);
    expect(findProcess(other.pid)).toBeUndefined();
    expect(await query(server.url, 'select n from acknowledged')).toEqual([{ n: 1 }]);
  });

  it('takes over when the server was killed too, while a session of it still works', async () => {
    const other = await startElsewhere();
    await query(other.url, 'create table acknowledged as select 1 as n');
    const busy = query(other.url, 'select count(*) from generate_series(1, 1000000000)').catch((error: Error) => error);
    await sleep(300);
    process.kill(other.pid, 'SIGKILL');
    other.child.kill('SIGKILL');

    const server = await start();
    expect(await query(server.url, 'select n from acknowledged')).toEqual([{ n: 1 }]);
    expect(await busy).toBeInstanceOf(Error);
  });

  it('throws away what an initdb that was killed half way left', async () => {
    const place = placeOf(folder).folder;
    mkdirSync(join(`${place}.making`, 'cluster', 'half'), { recursive: true });
    expect(await query((await start()).url, 'select 1 as n')).toEqual([{ n: 1 }]);
    expect(existsSync(`${place}.making`)).toBe(false);
  });

  it('leaves nothing of a throw-away folder that is gone, not even its running server', async () => {
    const other = await startElsewhere();
    const place = placeOf(folder);
    other.child.kill('SIGKILL');
    rmSync(folder, { recursive: true });
    mkdirSync(folder);

    await start();
    if (place.user) expect(findProcess(other.pid)).toBeUndefined();
    expect(placeOf(folder).folder === place.folder).toBe(place.user === undefined);
  });
});

describe('supervisePostgres', () => {
  it('has a killed server back within 10 s, at the same url, with another pid in the file', async () => {
    const pidFile = pidFileOf(folder, 'postgres');
    const restarts: number[] = [];
    const server = await supervisePostgres({ folder, fsync: false, pidFile, onRestart: (pid) => restarts.push(pid) });
    running.push(server);
    const { url, pid } = server;
    await query(url, 'create table acknowledged as select 1 as n');
    process.kill(pid, 'SIGKILL');

    const began = Date.now();
    while (restarts.length === 0 && Date.now() - began < 10_000) await sleep(20);
    expect(await query(url, 'select n from acknowledged')).toEqual([{ n: 1 }]);
    expect(server.pid).not.toBe(pid);
    expect(Number(readFileSync(pidFile, 'utf8'))).toBe(server.pid);
  });

  it('stays stopped, even when told so right after a kill', async () => {
    const server = await supervisePostgres({ folder, fsync: false });
    process.kill(server.pid, 'SIGKILL');
    await server.stop();
    await sleep(500);
    expect(findProcess(server.pid)).toBeUndefined();
  });
});
