import type { Database } from './database';

/** What the person chose; a missing or unreadable value is the default. */
export interface Settings {
  readonly microphoneId: string;
  readonly modelId: string;
  readonly rewindSeconds: number;
  readonly speed: number;
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
  /** Whether a first text is shown while a voice is recorded. */
  readonly livePreview: boolean;
}

const DEFAULTS: Settings = {
  microphoneId: '',
  modelId: 'whisper-small',
  rewindSeconds: 1.5,
  speed: 1,
  hasTemplates: false,
  keys: {},
  binDays: 30,
  soundDays: 30,
  settledDays: 0,
  livePreview: true,
};

export type SettingsStore = ReturnType<typeof settings>;

export function settings({ settings: table }: Database) {
  return {
    get: async <K extends keyof Settings>(key: K): Promise<Settings[K]> => {
      const value = (await table.get(key))?.payload;
      return typeof value === typeof DEFAULTS[key] ? (value as Settings[K]) : DEFAULTS[key];
    },

    set: async <K extends keyof Settings>(key: K, value: Settings[K]): Promise<void> => {
      await table.put({ key, payload: value });
    },
  };
}
