/** The real parts of a test without jest around them: for scripts. */
export { ServiceUnderTest } from './app/service-under-test.js';
export { startTestRun } from './global-setup.js';
export { endTestRun } from './global-teardown.js';
export { answerJson, ForeignHost } from './https/foreign-host.js';
export { type Certificate, selfSigned } from './https/self-signed.js';
export { joinTestRun } from './run/once-per-run.js';
export { eventually } from './time/eventually.js';
export { FakeClock } from './time/fake-clock.js';
