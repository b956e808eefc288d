import type { Session } from './runtime';

/** What `graph/` writes and `graph-decoder.ts` asks for. */
const DECODER_INPUTS = [
  'encoder_hidden_states',
  'prompt',
  'start_row',
  'first_mask',
  'mask',
  'most_tokens',
  'beams',
  'hypotheses',
  'length_penalty',
  'noise',
];

type Side = number | string | undefined;

function sideOf(of: Session['inputMetadata'], name: string, axis: number): Side {
  const found = of.find((value) => value.name === name);
  return found?.isTensor === true ? found.shape[axis] : undefined;
}

/**
 * Opened files may each be whole and yet belong to another model, another version of Plume's graphs, or be the published
 * ones: told when they are opened, not in the middle of a sound.
 * @throws {RangeError} one sentence on what does not fit.
 */
export function assertFit(encoder: Session, decoder: Session, vocabulary: number): void {
  const missing = DECODER_INPUTS.find((name) => !decoder.inputNames.includes(name));
  if (missing !== undefined)
    throw new RangeError(`The decoder takes no "${missing}": it was prepared by another version.`);
  const given = sideOf(encoder.outputMetadata, 'last_hidden_state', 2);
  const read = sideOf(decoder.inputMetadata, 'encoder_hidden_states', 2);
  if (given === undefined || given !== read)
    throw new RangeError(
      `The encoder gives states of ${given ?? 'no'} numbers, the decoder reads ${read ?? 'none'}: they are of two models.`,
    );
  const written = sideOf(decoder.inputMetadata, 'mask', 0);
  if (written !== vocabulary)
    throw new RangeError(
      `The decoder writes ${written ?? 'no'} tokens, its configuration names ${vocabulary}: they are of two models.`,
    );
}
