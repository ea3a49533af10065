import { exitWith, stopOnSignal } from '@laurel/http';
import { readStandaloneConfig } from './config.js';
import { firstScreen } from './first-screen.js';
import { startStandalone } from './start-standalone.js';

try {
  const config = readStandaloneConfig();
  const standalone = await startStandalone(config);
  stopOnSignal(standalone.stop, standalone.logger);
  process.stdout.write(firstScreen(standalone, config.LAUREL_DATA));
} catch (error) {
  exitWith(error);
}
