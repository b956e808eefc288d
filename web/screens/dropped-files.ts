import { looksLikeSound } from '../audio/signature';

const SOUND_NAME = /\.(wav|mp3|m4a|aac|ogg|oga|opus|webm|flac|mp4|dss|ds2|amr|wma|aiff?)$/i;
const WORDS_NAME = /\.(txt|csv|tsv|xml|json)(\.gz)?$/i;
const SOUND_TYPE = /^(audio|video)\//;
const BEGINNING_BYTES = 512;
const FIRST_PRINTABLE = 32;
const TEXT_CONTROLS = [9, 10, 13];

export interface DroppedFiles {
  readonly sounds: readonly File[];
  /** Lists of words for the lexicon. */
  readonly lists: readonly File[];
}

/** Tells recordings from lists of words, by name and type where they say so, else by what the files begin with. */
export async function sortDropped(files: readonly File[]): Promise<DroppedFiles> {
  const areLists = await Promise.all(files.map(isList));
  return {
    sounds: files.filter((_, at) => !areLists[at]),
    lists: files.filter((_, at) => areLists[at]),
  };
}

async function isList(file: File): Promise<boolean> {
  if (WORDS_NAME.test(file.name)) return true;
  if (SOUND_NAME.test(file.name) || SOUND_TYPE.test(file.type)) return false;
  return !(await looksLikeSound(file)) && (await looksLikeText(file));
}

async function looksLikeText(file: File): Promise<boolean> {
  const bytes = new Uint8Array(await file.slice(0, BEGINNING_BYTES).arrayBuffer());
  return (
    bytes.length > 0 &&
    bytes.every((byte) => byte >= FIRST_PRINTABLE || TEXT_CONTROLS.includes(byte))
  );
}
