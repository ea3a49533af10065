import { readFileSync } from 'node:fs';

/** What some work took: seconds on the wall, and CPU-seconds of this process and of the server together. */
export interface Taken {
  readonly seconds: number;
  readonly cpuSeconds: number;
}

/** Clock ticks a second in which /proc counts CPU time on every Linux that Node runs on (proc(5), USER_HZ). */
const TICKS = 100;

/** Why the CPU time of another process can't be told, in a sentence; undefined where it can. */
export const whyNoCpuTime = (): string | undefined => (process.platform === 'linux' ? undefined : 'the CPU time of PostgreSQL is read from /proc, which Linux alone has');

/** Measures work of this process and of a server with its sessions. */
export class Stopwatch {
  /** @param serverPid of the server's first process; its sessions are its children */
  constructor(private readonly serverPid: number) {}

  /** Runs from now on; call what comes back to stop it. */
  start(): () => Taken {
    const [began, own, server] = [performance.now(), process.cpuUsage(), this.serverCpu()];
    return () => {
      const seconds = (performance.now() - began) / 1_000;
      const { user, system } = process.cpuUsage(own);
      return { seconds, cpuSeconds: (user + system) / 1e6 + this.serverCpu() - server };
    };
  }

  private serverCpu(): number {
    if (whyNoCpuTime()) return 0;
    const sessions = readFileSync(`/proc/${this.serverPid}/task/${this.serverPid}/children`, 'utf8').split(' ').filter((pid) => pid !== '');
    return sessions.reduce((sum, pid) => sum + cpuOf(pid, 2), cpuOf(String(this.serverPid), 4));
  }
}

/** From field 14 on `/proc/<pid>/stat` has two times of the process itself, then two of its children that have ended. */
function cpuOf(pid: string, times: 2 | 4): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return fields.slice(11, 11 + times).reduce((sum, ticks) => sum + Number(ticks), 0) / TICKS;
}
