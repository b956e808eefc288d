import { dayOf } from '../dossier/dictation';

const MILLISECONDS_BEFORE_RELEASE = 60_000;

/** Gives a file; its name must name nobody. */
export function saveBlob(name: string, file: Blob): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), MILLISECONDS_BEFORE_RELEASE);
}

/** Gives a text as a file; its name must name nobody. */
export const saveFile = (name: string, text: string, type = 'application/json'): void =>
  saveBlob(name, new Blob([text], { type: `${type};charset=utf-8` }));

/** Gives the text as a file whose name says when, never who. */
export function saveText(createdAt: number, text: string): void {
  const time = new Date(createdAt).toTimeString().slice(0, 5).replace(':', '-');
  saveFile(`compte-rendu-${dayOf({ createdAt })}-${time}.txt`, text, 'text/plain');
}
