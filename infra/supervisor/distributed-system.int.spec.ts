import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { SERVICES } from '../deployment/services.js';
import { whyNoKafka } from '../kafka/jars.js';
import { discardPostgres } from '../postgres/start-postgres.js';
import { findProcess } from '../processes/running-process.js';

const describeWithKafka = whyNoKafka() === undefined ? describe : describe.skip;
const main = fileURLToPath(new URL('../dist/supervisor/main.js', import.meta.url));
const NAMES = [...SERVICES, 'gateway', 'kafka', 'postgres', 'supervisor'].sort();
const START_MS = 90_000;

describeWithKafka('the distributed system', () => {
  const folder = mkdtempSync(join(tmpdir(), 'laurel-distributed-'));
  let supervisor: ChildProcess;
  let address: string;

  /** Runs `npm run start:distributed` without npm and waits for its line. */
  async function start(): Promise<void> {
    supervisor = spawn(process.execPath, [main], { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, LAUREL_DATA: folder, PORT: '0', LOG_LEVEL: 'warn' } });
    let said = '';
    supervisor.stderr?.on('data', (chunk: Buffer) => { said += chunk.toString(); });
    address = await new Promise<string>((resolve, reject) => {
      supervisor.once('exit', (code) => reject(new Error(`it ended with ${code}:\n${said}`)));
      createInterface({ input: supervisor.stdout ?? process.stdin }).on('line', (line) => {
        const found = /^Laurel is ready at (http:\S+)$/.exec(line)?.[1];
        if (found) resolve(found);
      });
    });
  }

  const pids = (): Record<string, number> => Object.fromEntries(readdirSync(join(folder, 'pids')).filter((file) => file.endsWith('.pid'))
    .map((file) => [file.slice(0, -'.pid'.length), Number(readFileSync(join(folder, 'pids', file), 'utf8'))]));
  const living = (all: Record<string, number>): string[] => Object.keys(all).filter((name) => findProcess(all[name] ?? 0)).sort();
  const ready = () => fetch(`${address}/health/ready`).then(({ status }) => status, () => 0);
  const operator = () => readFileSync(join(folder, 'operator.json'), 'utf8');

  beforeAll(start, START_MS);

  afterAll(() => {
    for (const pid of Object.values(pids())) if (findProcess(pid)) process.kill(pid, 'SIGKILL');
    discardPostgres(folder);
    rmSync(folder, { recursive: true });
  });

  it('is ready at the gateway, with a living process and a pid file for each part', async () => {
    expect(await ready()).toBe(200);
    expect(Object.keys(pids()).sort()).toEqual(NAMES);
    expect(living(pids())).toEqual(NAMES);
  });

  it('has one deployment a folder', async () => {
    const second = spawn(process.execPath, [main], { stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, LAUREL_DATA: folder, PORT: '0' } });
    let said = '';
    second.stderr.on('data', (chunk: Buffer) => { said += chunk.toString(); });
    expect(await new Promise((resolve) => second.once('exit', resolve))).toBe(70);
    expect(said).toContain(`is in use by process ${supervisor.pid} `);
  }, START_MS);

  it.each(['learner-records', 'gateway', 'postgres', 'kafka'])('has %s back after kill -9', async (name) => {
    const before = pids()[name] ?? 0;
    process.kill(before, 'SIGKILL');
    const deadline = Date.now() + 30_000;
    while ((findProcess(before) || pids()[name] === before || (await ready()) !== 200) && Date.now() < deadline) await sleep(50);
    expect(await ready()).toBe(200);
    expect(living(pids())).toEqual(NAMES);
  }, START_MS);

  it('takes over from a supervisor that was killed, and nothing of the old run is left', async () => {
    const [before, secret] = [pids(), operator()];
    supervisor.kill('SIGKILL');
    await start();
    expect(living(before)).toEqual([]);
    expect(living(pids())).toEqual(NAMES);
    expect(operator()).toBe(secret);
  }, START_MS);

  it('recovers when everything was killed, and ends all of it on SIGTERM within 10 s', async () => {
    for (const pid of Object.values(pids())) process.kill(pid, 'SIGKILL');
    await start();
    const all = pids();
    expect(living(all)).toEqual(NAMES);
    const began = Date.now();
    supervisor.kill('SIGTERM');
    expect(await new Promise((resolve) => supervisor.once('exit', resolve))).toBe(0);
    expect(Date.now() - began).toBeLessThan(10_000);
    expect(living(all)).toEqual([]);
    expect(pids()).toEqual({});
  }, START_MS);
});
