import type { Route } from './route.svelte';
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
  /** Day's lists of patients. */
  readonly patients: readonly File[];
}

/**
 * Tells recordings, lists of words and lists of patients apart: by name and type where they say so, else by what the
 * files begin with. On the screen of one kind of list, a list is of that kind.
 */
export async function sortDropped(
  files: readonly File[],
  screen: Route['screen'],
): Promise<DroppedFiles> {
  const kinds = await Promise.all(files.map((file) => kindOf(file, screen)));
  const of = (kind: keyof DroppedFiles) => files.filter((_, at) => kinds[at] === kind);
  return { sounds: of('sounds'), lists: of('lists'), patients: of('patients') };
}

async function kindOf(file: File, screen: Route['screen']): Promise<keyof DroppedFiles> {
  if (PATIENTS_NAME.test(file.name)) return 'patients';
  if (!(await isList(file))) return 'sounds';
  if (screen === 'lexicon') return 'lists';
  return screen === 'patients' || (await namesPatients(file)) ? 'patients' : 'lists';
}

const PATIENTS_NAME = /\.(hpr|hpm|hprim)$/i;
/** A column of birth dates, or FHIR; UTF-16 has a zero byte between its letters. */
const NAMES_PATIENTS = /naissance|birth|"resourceType"\s*:\s*"(?:Bundle|Patient)"/i;

async function namesPatients(file: File): Promise<boolean> {
  const bytes = await file.slice(0, BEGINNING_BYTES).arrayBuffer();
  return NAMES_PATIENTS.test(new TextDecoder('latin1').decode(bytes).replaceAll('\0', ''));
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
