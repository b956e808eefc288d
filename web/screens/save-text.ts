const MILLISECONDS_BEFORE_RELEASE = 60_000;

/** Gives the text as a file whose name says when, never who. */
export function saveText(createdAt: number, text: string): void {
  const day = new Date(createdAt).toISOString().slice(0, 16).replace(/[T:]/g, '-');
  const address = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = `compte-rendu-${day}.txt`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), MILLISECONDS_BEFORE_RELEASE);
}
