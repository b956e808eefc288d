import { onRefusal, refused, type Refusal } from '../offline/refusals';
import { Traffic, type OriginTraffic } from '../offline/traffic';

/** A name that no name server may ever answer for (RFC 2606). */
const NOWHERE = 'https://plume.invalid/';

export interface Rule {
  readonly name: string;
  readonly values: string;
}

export interface RulesInForce {
  readonly rules: readonly Rule[];
  readonly hasFirewall: boolean;
}

export interface StorageState {
  readonly isPersisted: boolean;
  readonly usedBytes: number;
  readonly quotaBytes: number;
}

export interface RefusalCount extends Refusal {
  readonly count: number;
}

/** Evidence that nothing leaves: what was asked, what was refused, which rules hold. Counts from its making on. */
export class Privacy {
  #origins = $state.raw<readonly OriginTraffic[]>([]);
  #refused = $state.raw<readonly Refusal[]>([...refused()]);
  readonly #traffic = new Traffic(() => (this.#origins = this.#traffic.origins));
  readonly #stopListening = onRefusal(() => (this.#refused = [...refused()]));

  get origins(): readonly OriginTraffic[] {
    return this.#origins;
  }

  readonly homeCount = $derived(this.#count((origin) => origin === location.origin));
  readonly elsewhereCount = $derived(this.#count((origin) => origin !== location.origin));

  /** By origin and by who refused. */
  readonly refusals: readonly RefusalCount[] = $derived(
    [...Map.groupBy(this.#refused, ({ origin, by }) => `${origin} ${by}`).values()].flatMap(
      ([first, ...others]) => (first ? [{ ...first, count: others.length + 1 }] : []),
    ),
  );

  /** As the answer to this very page carries them. */
  async rulesInForce(): Promise<RulesInForce> {
    const { headers } = await fetch('/', { cache: 'no-store' });
    const rules = (headers.get('Content-Security-Policy') ?? '')
      .split(';')
      .map((line) => line.trim())
      .filter((line) => line !== '')
      .map((line) => {
        const [name = '', ...values] = line.split(/\s+/);
        return { name, values: values.join(' ') };
      });
    return { rules, hasFirewall: headers.has('Connection-Allowlist') };
  }

  async storage(): Promise<StorageState> {
    const { usage = 0, quota = 0 } = await navigator.storage.estimate();
    const isPersisted = await navigator.storage.persisted();
    return { isPersisted, usedBytes: usage, quotaBytes: quota };
  }

  /** Tries to call an address that does not exist. @returns whether the browser refused before it looked for it. */
  async triesToLeave(): Promise<boolean> {
    const outcome = Promise.withResolvers<boolean>();
    const stop = onRefusal(() => outcome.resolve(true));
    await fetch(NOWHERE, { mode: 'no-cors' }).catch(() => undefined);
    // The browser tells of its refusal after the request has failed.
    setTimeout(() => outcome.resolve(false), 1_000);
    return outcome.promise.finally(stop);
  }

  close(): void {
    this.#traffic.close();
    this.#stopListening();
  }

  #count(matches: (origin: string) => boolean): number {
    const asked = this.#origins.filter(({ origin }) => matches(origin));
    return asked.reduce((sum, one) => sum + Math.max(one.seenByPage, one.seenByServiceWorker), 0);
  }
}
