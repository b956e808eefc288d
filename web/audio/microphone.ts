export interface Microphone {
  readonly id: string;
  /** As the system names it; empty until the microphone was allowed once. */
  readonly label: string;
}

/** Why no microphone could be opened. */
export type MicrophoneFailureKind = 'refused' | 'no-microphone' | 'busy' | 'unsupported';

export interface OpenMicrophone {
  readonly ok: true;
  readonly stream: MediaStream;
  readonly track: MediaStreamTrack;
  readonly microphone: Microphone;
  /** False when another one stands in, because the chosen one is not plugged in. */
  readonly isChosen: boolean;
}

export interface MicrophoneFailure {
  readonly ok: false;
  readonly kind: MicrophoneFailureKind;
}

/**
 * The sound as the microphone gives it: echo, noise and gain treatments are made for calls, and eat soft consonants.
 * One channel is only a wish, the track may have two.
 */
const AS_IT_IS: MediaTrackConstraints = {
  channelCount: { ideal: 1 },
  echoCancellation: false,
  noiseSuppression: false,
  autoGainControl: false,
};

const KINDS: Readonly<Record<string, MicrophoneFailureKind>> = {
  NotAllowedError: 'refused',
  SecurityError: 'refused',
  NotFoundError: 'no-microphone',
  OverconstrainedError: 'no-microphone',
  NotReadableError: 'busy',
  AbortError: 'busy',
};

function failureOf(error: unknown): MicrophoneFailure {
  const kind = error instanceof Error ? KINDS[error.name] : undefined;
  if (kind === undefined) throw error;
  return { ok: false, kind };
}

/** Microphones that are plugged in; none where the browser has no way to ask. */
export async function listMicrophones(): Promise<readonly Microphone[]> {
  // Outside of a secure context, and in some embedded browsers, there is no `mediaDevices`.
  const devices = (await mediaDevices()?.enumerateDevices()) ?? [];
  return devices
    .filter(({ kind, deviceId }) => kind === 'audioinput' && deviceId !== '')
    .map(({ deviceId, label }) => ({ id: deviceId, label }));
}

/** Tells when one is plugged in or out, until the signal is aborted. */
export function watchMicrophones(
  signal: AbortSignal,
  onChange: (microphones: readonly Microphone[]) => void,
): void {
  const tell = (): void => {
    void listMicrophones().then((microphones) => {
      if (!signal.aborted) onChange(microphones);
    });
  };
  mediaDevices()?.addEventListener('devicechange', tell, { signal });
}

/** @param chosenId the microphone a person chose before; another one stands in if it is not there. */
export async function openMicrophone(
  chosenId?: string,
): Promise<OpenMicrophone | MicrophoneFailure> {
  const devices = mediaDevices();
  if (devices === undefined) return { ok: false, kind: 'unsupported' };
  try {
    const stream = await devices.getUserMedia({
      audio: { ...AS_IT_IS, ...(chosenId !== undefined && { deviceId: { ideal: chosenId } }) },
    });
    const [track] = stream.getAudioTracks();
    if (track === undefined) return { ok: false, kind: 'no-microphone' };
    const id = track.getSettings().deviceId ?? '';
    const isChosen = chosenId === undefined || chosenId === id;
    return { ok: true, stream, track, microphone: { id, label: track.label }, isChosen };
  } catch (error) {
    return failureOf(error);
  }
}

const mediaDevices = (): MediaDevices | undefined =>
  (navigator as { readonly mediaDevices?: MediaDevices }).mediaDevices;
