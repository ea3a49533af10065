import { ConfigError } from '@laurel/runtime';
import { DistributedSystem } from './distributed-system.js';
import { readSupervisorConfig } from './supervisor.config.js';

const say = (message: string) => void process.stderr.write(`${new Date().toISOString()} ${message}\n`);

/** Runs the distributed system until a signal ends it (0), or until a part cannot be kept running (70, EX_SOFTWARE). */
async function main(): Promise<number> {
  const config = readSupervisorConfig();
  const system = await DistributedSystem.claim(config, say);
  let stopped: Promise<void> | undefined;
  const stop = () => (stopped ??= system.stop());
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => void stop().then(() => process.exit(0)));
  try {
    const { address, origin, operatorFile } = await system.start();
    if (stopped === undefined) announce(address, origin, `operator's credentials: ${operatorFile}; logs: ${config.LAUREL_DATA}/logs; Ctrl-C stops all of it`);
    await system.ended();
    await stop();
    return 0;
  } catch (error) {
    if (stopped === undefined) say((error as Error).message);
    const wasTold = stopped !== undefined;
    await stop();
    return wasTold ? 0 : 70;
  }
}

function announce(address: string, origin: string, hint: string): void {
  process.stdout.write(`Laurel is ready at ${address}\n`);
  if (origin !== address) say(`what it signs says ${origin}, the origin of its first start`);
  say(hint);
}

try {
  process.exit(await main());
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exit(error instanceof ConfigError ? 78 : 70);
}
