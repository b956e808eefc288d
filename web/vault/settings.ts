import { NO_VERDICT, type GraphicsVerdict } from '../dossier/graphics-verdict';
import type { SettingRow } from './database';
import { SealedTable, type Opened } from './sealed-table';

/** What the person chose; a missing or unreadable value is the default. */
export interface Settings {
  /** Kinds of marks that are not shown in a report. */
  readonly hiddenMarks: readonly string[];
  readonly microphoneId: string;
  readonly modelId: string;
  readonly rewindSeconds: number;
  readonly speed: number;
  /** Without a key or a click for so long, the screen locks. */
  readonly lockAfterMinutes: number;
  /** Rows in quarantine that the person knows of. */
  readonly knownSetApart: number;
  /** Dictations erased from outside that the person knows of. */
  readonly knownLost: readonly string[];
  /** The sound waits while the person types. */
  readonly waitsWhileTyping: boolean;
  /** 1 is as it was recorded, to 3. */
  readonly volume: number;
  /** Bad recordings are made clearer. */
  readonly isFiltered: boolean;
  /** The sound plays while the pedal is held down, or one press plays and the next pauses. */
  readonly pedalMode: 'hold' | 'toggle';
  /** The shipped templates have been copied in; those removed since stay away. */
  readonly hasTemplates: boolean;
  /** Keys that the person gave to commands, by identifier of the command. */
  readonly keys: Readonly<Record<string, string>>;
  /** Days that a deleted dictation stays in the bin. */
  readonly binDays: number;
  /** Days that the sound stays after signing and filing; 0: it stays. */
  readonly soundDays: number;
  /** Days that a whole dictation stays after signing and filing; 0: it stays. */
  readonly settledDays: number;
  /** When everything was backed up last; milliseconds since 1970, 0 for never. */
  readonly backedUpAt: number;
  /** The reminder of a backup is not shown before. */
  readonly backupPutOffUntil: number;
  /** Days without a backup after which one is reminded; 0: never. */
  readonly backupReminderDays: number;
  /** Whether a first text is shown while a voice is recorded. */
  readonly livePreview: boolean;
  /** Whether the graphics card may hear where it is clearly faster. */
  readonly usesGraphics: boolean;
  readonly graphicsVerdict: GraphicsVerdict;
}

const DEFAULTS: Settings = {
  hiddenMarks: [],
  microphoneId: '',
  modelId: 'whisper-small',
  rewindSeconds: 1.5,
  speed: 1,
  lockAfterMinutes: 5,
  knownSetApart: 0,
  knownLost: [],
  waitsWhileTyping: true,
  volume: 1,
  isFiltered: false,
  pedalMode: 'hold',
  hasTemplates: false,
  keys: {},
  binDays: 30,
  soundDays: 30,
  settledDays: 0,
  backedUpAt: 0,
  backupPutOffUntil: 0,
  backupReminderDays: 7,
  livePreview: false,
  usesGraphics: true,
  graphicsVerdict: NO_VERDICT,
};

export type SettingsStore = ReturnType<typeof settings>;

export function settings(opened: Opened) {
  const sealed = new SealedTable<unknown, SettingRow>(opened, 'settings');
  return {
    get: async <K extends keyof Settings>(key: K): Promise<Settings[K]> => {
      const value = await sealed.get([key]);
      return typeof value === typeof DEFAULTS[key] ? (value as Settings[K]) : DEFAULTS[key];
    },

    set: <K extends keyof Settings>(key: K, value: Settings[K]): Promise<void> =>
      sealed.put([key], value),
  };
}
