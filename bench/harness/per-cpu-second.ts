/** CPU-seconds of one measurement: long enough for the clock, short enough for many by turns. */
const CPU_SECONDS = 0.25;

/** How often this process does something in a CPU-second, all its threads counted; `turn` counts from 0 in each measurement. */
export async function perCpuSecond(work: (turn: number) => Promise<unknown>): Promise<number> {
  const began = process.cpuUsage();
  for (let turn = 0; ; ) {
    await work(turn);
    turn += 1;
    const { user, system } = process.cpuUsage(began);
    const seconds = (user + system) / 1e6;
    if (seconds >= CPU_SECONDS) return turn / seconds;
  }
}
