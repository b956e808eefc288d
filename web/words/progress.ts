import { clock, megabytes, wait } from './format';

interface JobProgress {
  readonly stage: 'model' | 'sound';
  readonly done: number;
  readonly total: number;
  readonly secondsLeft: number | undefined;
}

/** What the bar shows, and the same in words. */
export function progressWords({ stage, done, total, secondsLeft }: JobProgress) {
  const left = secondsLeft === undefined ? '' : `, encore ${wait(secondsLeft)}`;
  return stage === 'model'
    ? {
        label: 'Chargement du modèle de reconnaissance',
        value: `${megabytes(done)} sur ${megabytes(total)}${left}`,
      }
    : { label: 'Transcription', value: `${clock(done)} sur ${clock(total)}${left}` };
}
