/**
 * Where the element that had the focus goes away with the change of a screen, the focus stays with the nearest of its
 * holders that is still there and can take it: on the body the keys of a list do nothing, and Tab begins anew.
 */
export function keptFocus(root: HTMLElement): () => void {
  const ending = new AbortController();
  let holders: readonly HTMLElement[] = [];
  const note = ({ target }: FocusEvent) => {
    holders = target instanceof HTMLElement ? [...holdersOf(target)] : [];
  };
  const watching = new MutationObserver(() => {
    const [last] = holders;
    if (!last || last.isConnected || document.activeElement !== document.body) return;
    holders.find(canHold)?.focus({ preventScroll: true });
  });
  root.addEventListener('focusin', note, { signal: ending.signal });
  watching.observe(root, { childList: true, subtree: true });
  return () => {
    ending.abort();
    watching.disconnect();
  };
}

function* holdersOf(element: HTMLElement): Generator<HTMLElement> {
  for (let at: HTMLElement | null = element; at; at = at.parentElement) yield at;
}

const canHold = (element: HTMLElement): boolean =>
  element.isConnected && element.hasAttribute('tabindex');

/** Whether nothing in particular has the focus: a screen that comes may take it. */
export function isFocusFree(): boolean {
  const { activeElement } = document;
  return activeElement === null || activeElement === document.body || activeElement.matches('main');
}
