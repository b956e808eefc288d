import { wasPlayed, type Interval } from '../audio/played';
import { playlistOf, secondsLeft } from '../audio/playlist';
import type { PlayerState } from '../audio/player';
import type { Command } from '../commands/command';
import type { ReportEditor } from '../editor/report-editor';
import { condensedWords as words } from '../words/condensed';
import type { Listening } from './listening.svelte';

/** Between hearing that a word is wrong and stopping the sound, in seconds of it. */
const REACTION_SECONDS = 0.3;

export interface CondensedOptions {
  readonly editor: () => ReportEditor | undefined;
  readonly listening: Listening;
  /** Voice that no word was written for. */
  readonly untold: () => readonly Interval[];
}

/**
 * Plays only what must be heard before a report goes, without stopping: she compares ear and eye. Where she stops the
 * sound, the passage just said is selected, ready to be typed over; playing goes on from there.
 */
export class CondensedListening {
  readonly #options: CondensedOptions;
  #before: PlayerState | undefined;
  #said = $state.raw('');

  constructor(options: CondensedOptions) {
    this.#options = options;
  }

  get isOn(): boolean {
    return this.#options.listening.sound.list !== undefined;
  }

  /** Where it stands, in one sentence; empty before it was asked for. */
  get said(): string {
    return this.#said;
  }

  /** Seconds of sound left to play; 0 where it is off. */
  get secondsLeft(): number {
    const { list, seconds } = this.#options.listening.sound;
    return list ? secondsLeft(list, seconds) : 0;
  }

  get commands(): readonly Command[] {
    return [
      {
        id: 'condensed',
        label: words.command,
        keys: ['Alt+Maj+C'],
        run: () => this.toggle(),
      },
    ];
  }

  toggle(): void {
    const { listening } = this.#options;
    if (!this.isOn) this.#start();
    else {
      listening.endList();
      listening.pause();
      this.#said = '';
    }
  }

  /** Watches the sound until the returned function is called. */
  attach(): () => void {
    return this.#options.listening.follow((sound) => {
      const before = this.#before;
      this.#before = sound;
      if (!before?.list) return;
      const hasStopped = before.phase === 'playing' && sound.phase === 'paused';
      if (sound.list && hasStopped && !this.#options.listening.isWaiting) this.#land(sound.seconds);
      if (!sound.list && this.#unheard.length === 0) this.#said = words.done;
    });
  }

  /** What was heard before is left out: breaking off in the middle only means doing the rest. */
  #start(): void {
    const { listening } = this.#options;
    const list = playlistOf(this.#unheard, listening.sound.duration);
    this.#said = list.length === 0 ? words.nothing : '';
    listening.playList(list);
  }

  get #unheard(): readonly Interval[] {
    const { editor, listening, untold } = this.#options;
    const { played } = listening.sound;
    return [...(editor()?.toHear ?? []), ...untold()].filter((one) => !wasPlayed(played, one));
  }

  /** Selects what was just said, as the report stands now. */
  #land(seconds: number): void {
    const editor = this.#options.editor();
    const heardAt = seconds - REACTION_SECONDS;
    const begun = editor?.toHear.filter(({ start }) => start <= heardAt) ?? [];
    const latest = begun.toSorted((a, b) => a.start - b.start).at(-1);
    if (latest) editor?.select(latest);
  }
}
