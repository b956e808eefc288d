import { Dexie, type EntityTable } from 'dexie';
import type { Role } from '../dossier/person';
import { DATABASE_OPTIONS } from './database';
import { newDeviceKey } from './keyring';
import type { Wrapping } from './wrapping';
import type { Tries } from './tries';

/** What stands in the open on this machine: who works here, nothing of any patient. */
export interface Practice {
  readonly format: 1;
  readonly id: string;
  readonly name: string;
  readonly createdAt: number;
  /** What was kept before this vault was made is still on its way into it. */
  readonly isTakingOver: boolean;
}

export interface Account {
  readonly format: 1;
  readonly id: string;
  readonly practiceId: string;
  /** Name and role are bound into each wrapping: changed here, it does not open any more. */
  readonly name: string;
  readonly role: Role;
  readonly createdAt: number;
  /** Each opens the data key of the practice in its own way. */
  readonly wrappings: readonly Wrapping[];
  readonly tries: Tries;
  /** Times of wrong tries that the audit does not have yet. */
  readonly unnoted: readonly number[];
}

/** Seals what is kept before a vault is made; see {@link newDeviceKey}. */
export interface Device {
  readonly id: 'trial';
  readonly key: CryptoKey;
  /** What older versions kept unsealed is sealed now. */
  readonly isSealed: boolean;
}

export interface Registry extends Dexie {
  readonly practices: EntityTable<Practice, 'id'>;
  readonly accounts: EntityTable<Account, 'id'>;
  readonly devices: EntityTable<Device, 'id'>;
}

export function openRegistry(name = 'plume-coffres'): Registry {
  const registry = new Dexie(name, DATABASE_OPTIONS) as Registry;
  registry.version(1).stores({
    practices: 'id',
    accounts: 'id, practiceId',
    devices: 'id',
  });
  return registry;
}

/** The key of the trial, made at the first start. */
export async function deviceKey(registry: Registry): Promise<Device> {
  const fresh: Device = { id: 'trial', key: await newDeviceKey(), isSealed: false };
  return registry.transaction('rw', registry.devices, async () => {
    const stored = await registry.devices.get('trial');
    if (!stored) await registry.devices.add(fresh);
    return stored ?? fresh;
  });
}
