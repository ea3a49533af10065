import { isTransientFault } from '@laurel/runtime';
import { resolve } from 'node:path';
import { readDataFolder } from '../config.js';
import { readCommand, USAGE, UsageError } from './command-line.js';
import { runDeadLetters } from './dead-letters.js';

try {
  const command = readCommand(process.argv.slice(2));
  process.stdout.write(command.name === 'help' ? USAGE : await runDeadLetters(command, resolve(readDataFolder())));
} catch (error) {
  const absent = isTransientFault(error) || (error instanceof Error && 'code' in error && error.code === 'ENOENT');
  if (error instanceof UsageError) process.stderr.write(`${error.message}\n\n${USAGE}`);
  else if (absent) process.stderr.write(`Laurel does not run on ${resolve(readDataFolder())}. Start it first (npm start), or set LAUREL_DATA.\n`);
  else throw error;
  process.exitCode = error instanceof UsageError ? 2 : 1;
}
