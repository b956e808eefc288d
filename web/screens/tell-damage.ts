import { mayCorrect, type Person } from '../dossier/person';
import type { Messages } from '../ui/messages.svelte';
import type { Vault } from '../vault/vault';
import { quarantineWords as words } from '../words/vault';

/** Says what was changed or erased outside of Plume, until the person has understood; stops when told to. */
export function tellDamage(vault: Vault, messages: Messages, person: Person): () => void {
  const understood = (run: () => void) =>
    mayCorrect(person) ? { label: words.understood, run } : undefined;
  const { dictations, quarantine, settings } = vault;
  const stop = quarantine.watch(async (count) => {
    if (count <= (await settings.get('knownSetApart'))) return;
    messages.alert(
      words.setApart(count),
      understood(() => void settings.set('knownSetApart', count)),
    );
  });
  void dictations.lost().then((lost) => {
    if (lost.length === 0) return;
    messages.alert(
      words.lost(lost.length),
      understood(() => void Promise.all(lost.map((id) => dictations.purge(id)))),
    );
  });
  return stop;
}
