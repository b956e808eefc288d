export interface Heard {
  readonly duration: number;
  readonly bursts: readonly { readonly at: number; readonly hertz: number }[];
}

const LOUD = 0.2;
const PATIENCE_MS = 3000;

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

function pitch(analyser: AnalyserNode): number {
  const spectrum = new Float32Array(analyser.frequencyBinCount);
  analyser.getFloatFrequencyData(spectrum);
  const loudest = spectrum.reduce(
    (best, value, bin) => (value > (spectrum[best] ?? 0) ? bin : best),
    1,
  );
  return (loudest * analyser.context.sampleRate) / analyser.fftSize;
}

/** Plays from each of the moments and tells what the clock says when the first loud sound is heard, and its pitch. */
export async function firstBurstsAfter(sound: Blob, moments: readonly number[]): Promise<Heard> {
  const audio = new Audio(URL.createObjectURL(sound));
  await new Promise((resolve) => audio.addEventListener('canplaythrough', resolve, { once: true }));
  const context = new AudioContext();
  const analyser = new AnalyserNode(context, { fftSize: 1024, smoothingTimeConstant: 0 });
  context.createMediaElementSource(audio).connect(analyser).connect(context.destination);
  const wave = new Float32Array(analyser.fftSize);
  const bursts: { at: number; hertz: number }[] = [];
  for (const moment of moments) {
    audio.currentTime = moment;
    await new Promise((resolve) => audio.addEventListener('seeked', resolve, { once: true }));
    await audio.play();
    // The analyser still holds what was heard before the seek.
    await wait(200);
    const since = performance.now();
    do {
      await wait(3);
      analyser.getFloatTimeDomainData(wave);
    } while (
      !wave.some((value) => Math.abs(value) > LOUD) &&
      performance.now() - since < PATIENCE_MS
    );
    const at = audio.currentTime;
    await wait(40);
    bursts.push({ at, hertz: pitch(analyser) });
    audio.pause();
  }
  await context.close();
  return { duration: audio.duration, bursts };
}
