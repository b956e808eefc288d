const MILLISECONDS_BEFORE_RELEASE = 60_000;

/** Gives a text as a file; its name must name nobody. */
export function saveFile(name: string, text: string, type = 'application/json'): void {
  const address = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), MILLISECONDS_BEFORE_RELEASE);
}

/** Gives the text as a file whose name says when, never who. */
export function saveText(createdAt: number, text: string): void {
  const day = new Date(createdAt).toISOString().slice(0, 16).replace(/[T:]/g, '-');
  saveFile(`compte-rendu-${day}.txt`, text, 'text/plain');
}
