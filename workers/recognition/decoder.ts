/** One hypothesis for a window, best first in a list. Arrays are parallel, one entry a token, end of text left out. */
export interface Hypothesis {
  readonly tokens: readonly number[];
  /** Natural-log probability of each token, from the logits before masks, temperature or bias. */
  readonly logProbabilities: readonly number[];
  /** Log-probability of the best other token at each step. */
  readonly runnerUpLogProbabilities: readonly number[];
  /** Mean log-probability over the tokens and the end of text. */
  readonly score: number;
}

export interface WindowDecoding {
  readonly hypotheses: readonly [Hypothesis, ...Hypothesis[]];
  /** Probability of `<|nospeech|>` after the start token. */
  readonly noSpeechProbability: number;
  /**
   * Cross-attention weights of the alignment heads for the first hypothesis: `[heads, tokens, frames]`, a frame is 20 ms.
   * The row of a token is the attention of the step that chose it; the row of the end of text may follow as one more.
   */
  readonly alignment: {
    readonly heads: number;
    readonly tokens: number;
    readonly frames: number;
    readonly weights: Float32Array;
  };
}

export interface DecodingOptions {
  /** 0 is greedy (or beam search where `beams` > 1). */
  readonly temperature: number;
  readonly beams: number;
  readonly maxNewTokens: number;
  /** Tokens that are already known: the text goes on behind them, and hypotheses hold what is new. */
  readonly after?: readonly number[];
}

/** Turns the log-mel features of one window into text tokens, the language and the task being fixed by the prompt. */
export interface WindowDecoder {
  /** @param features log-mel, `[melBins, frames]` row-major, 10 ms a frame. */
  decode(
    features: { readonly data: Float32Array; readonly melBins: number; readonly frames: number },
    options: DecodingOptions,
  ): Promise<WindowDecoding>;
  dispose(): Promise<void>;
}
