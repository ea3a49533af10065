interface Flight<Result> {
  readonly landing: Promise<Result>;
  readonly abort: AbortController;
  aboard: number;
}

/** One piece of work for all who ask for the same at the same time; it is given up when the last of them has left. */
export class Flights<Result> {
  private readonly flights = new Map<string, Flight<Result>>();

  /** Joins the work under a key, or begins it. Rejects with the signal's reason, for this caller alone, when it is aborted. */
  async join(key: string, begin: (left: AbortSignal) => Promise<Result>, signal?: AbortSignal): Promise<Result> {
    signal?.throwIfAborted();
    const flight = this.flights.get(key) ?? this.depart(key, begin);
    flight.aboard += 1;
    if (!signal) return flight.landing;
    return new Promise((resolve, reject) => {
      const leave = () => {
        flight.aboard -= 1;
        if (flight.aboard === 0) this.giveUp(key, flight);
        reject(signal.reason);
      };
      signal.addEventListener('abort', leave, { once: true });
      void flight.landing.then(resolve, reject).finally(() => signal.removeEventListener('abort', leave));
    });
  }

  private depart(key: string, begin: (left: AbortSignal) => Promise<Result>): Flight<Result> {
    const abort = new AbortController();
    const flight: Flight<Result> = { abort, aboard: 0, landing: begin(abort.signal).finally(() => this.remove(key, flight)) };
    this.flights.set(key, flight);
    return flight;
  }

  /** Out of the map first: who comes now begins anew. */
  private giveUp(key: string, flight: Flight<Result>): void {
    this.remove(key, flight);
    flight.abort.abort();
  }

  private remove(key: string, flight: Flight<Result>): void {
    if (this.flights.get(key) === flight) this.flights.delete(key);
  }
}
