import { originOf } from './refusals';

/** What the service worker tells of a request it was asked to answer, from any window or worker. */
export interface SeenRequest {
  readonly origin: string;
}

export type TrafficChannel = 'plume-traffic';
const CHANNEL: TrafficChannel = 'plume-traffic';

/** Requests to one origin since this window was opened, by who saw them; one request may be seen by both. */
export interface OriginTraffic {
  readonly origin: string;
  readonly seenByPage: number;
  readonly seenByServiceWorker: number;
}

type Witness = Exclude<keyof OriginTraffic, 'origin'>;

/**
 * Counts requests by origin from what the browser reports, not from what Plume believes: resource timing for this
 * window (from its first request on), the service worker for every window and worker it answers.
 */
export class Traffic {
  readonly #counts = new Map<string, OriginTraffic>();
  readonly #observer: PerformanceObserver;
  readonly #channel = new BroadcastChannel(CHANNEL);

  constructor(onChange: () => void) {
    this.#observer = new PerformanceObserver((entries) => {
      for (const { name } of entries.getEntries()) this.#count(originOf(name), 'seenByPage');
      onChange();
    });
    for (const type of ['navigation', 'resource']) this.#observer.observe({ type, buffered: true });
    this.#channel.addEventListener('message', ({ data }: MessageEvent<SeenRequest>) => {
      this.#count(data.origin, 'seenByServiceWorker');
      onChange();
    });
  }

  /** The most asked first. */
  get origins(): readonly OriginTraffic[] {
    const sum = (one: OriginTraffic) => one.seenByPage + one.seenByServiceWorker;
    return [...this.#counts.values()].sort((a, b) => sum(b) - sum(a));
  }

  close(): void {
    this.#observer.disconnect();
    this.#channel.close();
  }

  #count(origin: string, witness: Witness): void {
    const now = this.#counts.get(origin) ?? { origin, seenByPage: 0, seenByServiceWorker: 0 };
    this.#counts.set(origin, { ...now, [witness]: now[witness] + 1 });
  }
}
