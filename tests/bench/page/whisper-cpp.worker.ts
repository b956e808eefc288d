import '../../../workers/guard';
import { FileTranscriber, type TranscribeResult } from '@transcribe/transcriber';
import shoutUrl from '@transcribe/shout/src/shout/shout.wasm.js?url';
import { expose } from 'comlink';
import type { PeerApi } from './peer.worker';

/** What the package's types leave out of its module. */
interface Shout {
  mainScriptUrlOrBlob: string;
  transcribe(
    samples: Float32Array,
    language: string,
    threads: number,
    ...options: readonly (boolean | number)[]
  ): void;
}

/** No translation, no longest line, lines cut anywhere, every token allowed, no times of tokens. */
const PLAIN = [false, 0, false, false, false] as const;

let hear: PeerApi['transcribe'] = () => Promise.reject(new Error('whisper.cpp is not loaded.'));

/**
 * whisper.cpp over a file that the bench writes from the published weights (`peers/whisper-ggml.ts`). The package fixes
 * the rest: greedy, with timestamps, flash attention on, tries of a window as whisper.cpp's defaults have them. Its build
 * of 2024 (1.0.4) took 24.9 s of one core for a window of Whisper base where this one takes 60.1 s, but needs `eval`.
 */
const api: PeerApi = {
  async load(modelId, { threads }) {
    const module = (await import(
      /* @vite-ignore */ shoutUrl
    )) as typeof import('@transcribe/shout');
    const transcriber = new FileTranscriber({
      createModule: module.default,
      model: `/ggml/${modelId}.bin`,
    });
    // Its threads start the same script, which the build has given another name.
    (transcriber.Module as Shout).mainScriptUrlOrBlob = shoutUrl;
    await transcriber.init();
    const shout = transcriber.Module as Shout;
    // Past `transcriber.transcribe`, which takes files only.
    hear = (samples) =>
      new Promise((resolve) => {
        transcriber.onComplete = ({ transcription }: TranscribeResult) =>
          resolve(transcription.map(({ text }) => text).join(''));
        shout.transcribe(samples, 'fr', threads, ...PLAIN);
      });
  },

  transcribe: (samples) => hear(samples),
};

expose(api);
