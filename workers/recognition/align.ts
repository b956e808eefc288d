import type { WindowDecoding } from './decoder';

const FRAME_SECONDS = 0.02;
/** Width of the median filter along time, in frames, as in OpenAI's `whisper/timing.py`, whose method this is. */
const FILTER_WIDTH = 7;

/**
 * When each token was said, in seconds from the start of the window: entry `i` is the start of token `i`, one more entry
 * is the end of the last token. Dynamic time warping over the normalised attention of the alignment heads; the times
 * never go back and stay within `[0, seconds]`.
 */
export function tokenBoundaries(
  alignment: WindowDecoding['alignment'],
  { tokens, seconds }: { readonly tokens: number; readonly seconds: number },
): number[] {
  const frames = Math.min(alignment.frames, Math.max(1, Math.ceil(seconds / FRAME_SECONDS)));
  const firsts = firstFrames(attention(alignment, frames), alignment.tokens, frames);
  return Array.from({ length: tokens + 1 }, (_, token) =>
    token < firsts.length ? Math.min((firsts[token] ?? 0) * FRAME_SECONDS, seconds) : seconds,
  );
}

/** `[tokens, frames]`: mean over the heads of the attention, normalised over tokens and smoothed over time. */
function attention(alignment: WindowDecoding['alignment'], frames: number): Float32Array {
  const { heads, tokens } = alignment;
  const mean = new Float32Array(tokens * frames);
  const column = new Float32Array(tokens);
  const head = new Float32Array(tokens * frames);
  for (let h = 0; h < heads; h++) {
    for (let token = 0; token < tokens; token++) {
      const start = (h * tokens + token) * alignment.frames;
      const row = alignment.weights.subarray(start, start + frames);
      const sum = row.reduce((total, weight) => total + weight, 0) || 1;
      for (let frame = 0; frame < frames; frame++)
        head[token * frames + frame] = (row[frame] ?? 0) / sum;
    }
    for (let frame = 0; frame < frames; frame++) {
      for (let token = 0; token < tokens; token++)
        column[token] = head[token * frames + frame] ?? 0;
      standardise(column);
      for (let token = 0; token < tokens; token++)
        head[token * frames + frame] = column[token] ?? 0;
    }
    for (let token = 0; token < tokens; token++) {
      const row = head.subarray(token * frames, (token + 1) * frames);
      addMedians(row, mean.subarray(token * frames, (token + 1) * frames), heads);
    }
  }
  return mean;
}

function standardise(values: Float32Array): void {
  let sum = 0;
  for (const value of values) sum += value;
  const mean = sum / values.length;
  let squares = 0;
  for (const value of values) squares += (value - mean) ** 2;
  const deviation = Math.sqrt(squares / values.length) || 1;
  for (let i = 0; i < values.length; i++) values[i] = ((values[i] ?? 0) - mean) / deviation;
}

/** Adds the running median of a row, divided by `share`, to another; the row is mirrored at its ends. */
function addMedians(row: Float32Array, into: Float32Array, share: number): void {
  const half = FILTER_WIDTH >> 1;
  const near = new Float32Array(FILTER_WIDTH);
  for (let i = 0; i < row.length; i++) {
    for (let j = -half; j <= half; j++) {
      const at = Math.abs(i + j);
      const mirrored = at < row.length ? at : 2 * row.length - 2 - at;
      near[j + half] = row[Math.max(mirrored, 0)] ?? 0;
    }
    into[i] = (into[i] ?? 0) + (near.sort()[half] ?? 0) / share;
  }
}

const DIAGONAL = 0;
const NEXT_TOKEN = 1;
const NEXT_FRAME = 2;

/** The frame where the cheapest monotonic path through the matrix enters each row. */
function firstFrames(matrix: Float32Array, tokens: number, frames: number): number[] {
  const columns = frames + 1;
  const moves = new Uint8Array((tokens + 1) * columns);
  let above = new Float32Array(columns).fill(Infinity);
  above[0] = 0;
  for (let token = 1; token <= tokens; token++) {
    const current = new Float32Array(columns).fill(Infinity);
    for (let frame = 1; frame <= frames; frame++) {
      const diagonal = above[frame - 1] ?? Infinity;
      const down = above[frame] ?? Infinity;
      const left = current[frame - 1] ?? Infinity;
      const isDiagonal = diagonal < down && diagonal < left;
      const move = isDiagonal ? DIAGONAL : down < left ? NEXT_TOKEN : NEXT_FRAME;
      moves[token * columns + frame] = move;
      const before = isDiagonal ? diagonal : Math.min(down, left);
      current[frame] = before - (matrix[(token - 1) * frames + frame - 1] ?? 0);
    }
    above = current;
  }
  const firsts = new Array<number>(tokens).fill(0);
  let token = tokens;
  let frame = frames;
  while (token > 0 && frame > 0) {
    firsts[token - 1] = frame - 1;
    const move = moves[token * columns + frame];
    if (move !== NEXT_FRAME) token--;
    if (move !== NEXT_TOKEN) frame--;
  }
  return firsts;
}
