// Everything that CI runs: types, lint, then all specs; closes with a line that says how many passed.
// Arguments are handed to jest: npm test -- libs/credentials
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const run = (name, args) => {
  process.stdout.write(`\n== ${name}\n`);
  const { status } = spawnSync('npm', ['run', '--silent', ...args], { stdio: 'inherit', env: { ...process.env, NX_DAEMON: 'false' } });
  return status === 0;
};

const given = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'laurel-results-'));
const results = join(folder, 'jest.json');
const checks = [['types', ['typecheck']], ['lint', ['lint']]].map(([name, args]) => [name, run(name, args)]);
const specs = run('specs', ['jest', '--', '--json', `--outputFile=${results}`, ...given]);

const report = (() => {
  try {
    return JSON.parse(readFileSync(results, 'utf8'));
  } catch {
    return { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, numFailedTestSuites: 1, testResults: [] };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
})();

const skipped = report.testResults.flatMap(({ assertionResults }) => assertionResults).filter(({ status }) => status === 'pending' || status === 'skipped');
if (skipped.length > 0) process.stdout.write(`\nskipped:\n${skipped.map(({ fullName }) => `  ${fullName}`).join('\n')}\n`);
const brokenChecks = checks.filter(([, passed]) => !passed).map(([name]) => name);
for (const name of brokenChecks) process.stdout.write(`\n${name} failed\n`);
// a spec file that could not even be loaded has no test that failed, and must not pass for it
const unloaded = report.testResults.filter(({ status, assertionResults }) => status === 'failed' && !assertionResults.some((result) => result.status === 'failed')).length;
const failed = report.numFailedTests + unloaded + brokenChecks.length + (specs || report.numFailedTestSuites > 0 ? 0 : 1);
const passed = report.numPassedTests + checks.length - brokenChecks.length;
process.stdout.write(`\n${passed} passed, ${failed} failed${skipped.length > 0 ? `, ${skipped.length} skipped` : ''}\n`);
process.exit(failed === 0 && specs ? 0 : 1);
