/**
 * Where a whole screen or pane goes away with the element that had the focus, the focus stays with what held the screen:
 * on the body the keys of a list do nothing, and Tab begins anew. Where only a row or a button goes, the browser's own
 * memory of the place is the better one, and is left alone.
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
    const near = holders.find(({ isConnected }) => isConnected);
    if (near?.hasAttribute('tabindex')) near.focus({ preventScroll: true });
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

/** Whether nothing in particular has the focus: a screen that comes may take it. */
export function isFocusFree(): boolean {
  const { activeElement } = document;
  return activeElement === null || activeElement === document.body || activeElement.matches('main');
}
