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
    const known = await settings.get('knownSetApart');
    // Some left with the dictation they belonged to: those that come next are news again.
    if (count < known && mayCorrect(person)) await settings.set('knownSetApart', count);
    if (count <= known) return;
    messages.alert(
      words.setApart(count),
      understood(() => void settings.set('knownSetApart', count)),
    );
  });
  const tellLost = async (): Promise<void> => {
    const [lost, known] = await Promise.all([dictations.lost(), settings.get('knownLost')]);
    const fresh = lost.filter((id) => !known.includes(id));
    if (fresh.length === 0) return;
    // What is left of them stays, for the day on which a backup brings the rest.
    messages.alert(
      words.lost(fresh.length),
      understood(() => void settings.set('knownLost', lost)),
    );
  };
  void tellLost();
  return stop;
}
