import type { Dictation } from '../dossier/dictation';
import type { Listened } from '../dossier/listened';
import type { Person } from '../dossier/person';
import type { ListeningHabits, ListeningStore } from '../review/listening.svelte';
import type { Vault } from '../vault/vault';

const HABITS = ['rewindSeconds', 'speed', 'waitsWhileTyping', 'volume', 'isFiltered'] as const;

/** How a person listens, and what of a dictation she has heard: what another heard counts for the other. */
export async function listeningStore(
  vault: Vault,
  { id, state }: Dictation,
  person: Person,
): Promise<ListeningStore> {
  const { settings } = vault;
  const habits: ListeningHabits = {
    rewindSeconds: await settings.get('rewindSeconds'),
    speed: await settings.get('speed'),
    waitsWhileTyping: await settings.get('waitsWhileTyping'),
    volume: await settings.get('volume'),
    isFiltered: await settings.get('isFiltered'),
  };
  const keepHabits = (changed: ListeningHabits): void => {
    for (const habit of HABITS) void settings.set(habit, changed[habit]);
  };
  // Words may still be said over what was heard: then it would count as heard.
  if (state.phase === 'paused' || state.phase === 'recording') return { habits, keepHabits };
  const listened = vault.annexes<Listened>('listened');
  const kept = (await listened.all(id)).find(({ by }) => by === person.id);
  return {
    habits,
    keepHabits,
    memory: {
      played: kept?.played ?? [],
      keep: (played) => listened.put(id, person.id, { format: 1, by: person.id, played }),
    },
  };
}
