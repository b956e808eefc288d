import { createContext } from 'svelte';
import type { Command } from './command';

type KeysOf = (command: Pick<Command, 'id' | 'keys'>) => readonly string[];

/** A hint beside a button names the key that works: a person may have chosen another one. */
export const [shownKeys, showKeys] = createContext<KeysOf>();
