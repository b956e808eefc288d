/** The parts of `generation_config.json` that decide which tokens may be written. */
export interface GenerationConfig {
  readonly alignment_heads: readonly (readonly [layer: number, head: number])[];
  readonly begin_suppress_tokens: readonly number[];
  readonly decoder_start_token_id: number;
  readonly eos_token_id: number;
  readonly lang_to_id: Readonly<Record<string, number>>;
  readonly no_timestamps_token_id: number;
  readonly suppress_tokens: readonly number[];
  readonly task_to_id: Readonly<Record<string, number>>;
}

/** What every window is told before it is heard: French, word for word, without timestamps. */
export interface DecodingPrompt {
  readonly tokens: readonly number[];
  readonly endOfText: number;
  readonly noSpeech: number;
  /** Tokens that are never written: symbols Whisper uses for noises, and all that is not text. */
  readonly isSuppressed: (token: number) => boolean;
  /** Tokens that cannot come first: a space, the end. */
  readonly isSuppressedFirst: (token: number) => boolean;
}

/** Throws where the model does not know French or transcription: it is not a multilingual Whisper. */
export function frenchPrompt(config: GenerationConfig): DecodingPrompt {
  const language = config.lang_to_id['<|fr|>'];
  const task = config.task_to_id['transcribe'];
  if (language === undefined || task === undefined)
    throw new Error('The model is not a multilingual Whisper.');
  const suppressed = new Set(config.suppress_tokens);
  const suppressedFirst = new Set(config.begin_suppress_tokens);
  const isSuppressed = (token: number): boolean =>
    token > config.eos_token_id || suppressed.has(token);
  return {
    tokens: [config.decoder_start_token_id, language, task, config.no_timestamps_token_id],
    endOfText: config.eos_token_id,
    noSpeech: config.no_timestamps_token_id - 1,
    isSuppressed,
    isSuppressedFirst: (token) => isSuppressed(token) || suppressedFirst.has(token),
  };
}
