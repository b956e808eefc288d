/** Modal while it is in the page; closed before it goes, so that the focus returns to where it came from. */
export function modal(dialog: HTMLDialogElement): () => void {
  dialog.showModal();
  return () => dialog.close();
}
