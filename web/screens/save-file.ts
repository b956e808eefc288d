const MILLISECONDS_BEFORE_RELEASE = 60_000;

/** Gives a text as a file; its name may say what and when, never who. */
export function saveFile(name: string, text: string, type: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), MILLISECONDS_BEFORE_RELEASE);
}
