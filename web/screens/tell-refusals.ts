import type { Messages } from '../ui/messages.svelte';
import { ForbiddenError } from '../vault/permission';
import type { Vault } from '../vault/vault';
import { permissionWords } from '../words/permission';

/** Says in one place what an account may not do, whichever command asked for it, until stopped. */
export function tellRefusals(vault: Vault, messages: Messages): () => void {
  const listening = new AbortController();
  addEventListener(
    'unhandledrejection',
    (event) => {
      if (event.reason instanceof ForbiddenError) event.preventDefault();
    },
    { signal: listening.signal },
  );
  const stop = vault.onRefusal(() => messages.alert(permissionWords.refused));
  return () => {
    stop();
    listening.abort();
  };
}
