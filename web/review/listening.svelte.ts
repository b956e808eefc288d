import { LOUDEST } from '../audio/enhancement';
import { nextUnheard, type Interval, type Played } from '../audio/played';
import type { Playlist } from '../audio/playlist';
import { FASTEST, Player, SLOWEST, type PlayerState } from '../audio/player';
import type { Command } from '../commands/command';
import { showLife } from '../ui/sign-of-life';
import { listeningWords } from '../words/listening';
import { workbenchWords as words } from '../words/workbench';
import { Patience } from './patience';
import { PlayedKeeper } from './played-keeper';

const BACK_SECONDS = 2;
const SPEED_STEP = 0.1;
const VOLUMES = [1, 1.5, 2, LOUDEST];
/** A word cut off at its edges is hard to understand, in seconds. */
const EDGE_SECONDS = 0.25;

/** How a person likes to listen. */
export interface ListeningHabits {
  readonly rewindSeconds: number;
  readonly speed: number;
  readonly waitsWhileTyping: boolean;
  /** 1 is as it was recorded. */
  readonly volume: number;
  readonly isFiltered: boolean;
}

/** What is kept of a person's listening, between one opening and the next. */
export interface ListeningStore {
  readonly habits: ListeningHabits;
  readonly keepHabits: (habits: ListeningHabits) => void;
  /** What was heard before, and where it is kept; absent where the sound still changes. */
  readonly memory?: {
    readonly played: Played;
    readonly keep: (played: Played) => Promise<void>;
  };
}

const USUAL: ListeningHabits = {
  rewindSeconds: 1.5,
  speed: 1,
  waitsWhileTyping: true,
  volume: 1,
  isFiltered: false,
};

/** A sound being listened to: the player as Svelte sees it, and what a person can do with it. */
export class Listening {
  readonly #player: Player;
  readonly #patience: Patience;
  readonly #playKeys: readonly string[];
  readonly #life = new AbortController();
  #sound = $state.raw<PlayerState>();
  #habits = $state.raw(USUAL);
  #store = $state.raw<ListeningStore>();
  #isWaiting = $state.raw(false);
  #atHand = $state.raw<() => Interval | undefined>();
  #keeper: PlayedKeeper | undefined;
  #followers: readonly ((sound: PlayerState) => void)[] = [];

  constructor(playKeys: readonly string[] = ['F4', 'Ctrl+Espace']) {
    this.#playKeys = playKeys;
    this.#player = new Player({
      onChange: (sound) => {
        this.#sound = sound;
        if (sound.phase === 'playing') showLife();
        if (sound.phase !== 'empty' && sound.phase !== 'loading') this.#keeper?.take(sound.played);
        for (const follow of this.#followers) follow(sound);
      },
    });
    this.#patience = new Patience({
      isPlaying: () => this.#player.state.phase === 'playing',
      pause: () => this.#player.pause(),
      play: () => this.#player.play(),
      onWaiting: (isWaiting) => {
        this.#isWaiting = isWaiting;
      },
    });
    const leave = () => {
      if (document.visibilityState === 'hidden') this.#keeper?.settle();
    };
    document.addEventListener('visibilitychange', leave, { signal: this.#life.signal });
  }

  get sound(): PlayerState {
    return this.#sound ?? this.#player.state;
  }

  get habits(): ListeningHabits {
    return this.#habits;
  }

  /** Playing, or about to go on after the last key typed. */
  get isPlaying(): boolean {
    return this.sound.phase === 'playing' || this.#isWaiting;
  }

  /** Held while the person types. */
  get isWaiting(): boolean {
    return this.#isWaiting;
  }

  get commands(): readonly Command[] {
    const { volume, isFiltered, waitsWhileTyping } = this.#habits;
    const w = listeningWords;
    const can = (condition: unknown, command: Command): readonly Command[] =>
      condition === undefined ? [] : [command];
    return [
      { id: 'play', label: words.play, keys: this.#playKeys, run: () => this.toggle() },
      {
        id: 'back',
        label: words.back,
        keys: ['F2'],
        run: () => this.skip(-BACK_SECONDS),
        repeats: true,
      },
      {
        id: 'slower',
        label: words.slower,
        keys: ['F8'],
        run: () => this.#changeSpeed(-1),
        repeats: true,
      },
      {
        id: 'faster',
        label: words.faster,
        keys: ['F9'],
        run: () => this.#changeSpeed(1),
        repeats: true,
      },
      ...can(this.#store?.memory, {
        id: 'next-unheard',
        label: w.nextUnheard,
        keys: ['Alt+W'],
        run: () => this.playNextUnheard(),
      }),
      ...can(this.#atHand ?? this.sound.loop, {
        id: 'loop',
        label: w.loop,
        keys: ['Alt+Z'],
        run: () => this.toggleLoop(),
      }),
      {
        id: 'volume',
        label: w.volume(volume),
        keys: ['Alt+Maj+V'],
        run: () => this.#choose({ volume: VOLUMES.find((step) => step > volume) ?? 1 }),
      },
      {
        id: 'filter',
        label: w.filter,
        keys: ['Alt+Maj+N'],
        run: () => this.#choose({ isFiltered: !isFiltered }),
      },
      {
        id: 'patience',
        label: w.patience,
        keys: ['Alt+Maj+A'],
        run: () => this.#choose({ waitsWhileTyping: !waitsWhileTyping }),
      },
    ];
  }

  /** Takes another sound, as the person likes to hear it and with what she heard of it before. */
  async load(sound: Blob, store: ListeningStore): Promise<void> {
    if (this.#life.signal.aborted) return;
    this.#patience.stop();
    this.#keeper?.settle();
    this.#store = store;
    const { memory } = store;
    this.#keeper = memory && new PlayedKeeper(memory.keep, memory.played);
    this.#follow(store.habits);
    await this.#player.load(sound, memory?.played);
  }

  /** Where a loop finds what is selected, or at the caret. */
  set spanAtHand(span: () => Interval | undefined) {
    this.#atHand = span;
  }

  play(): void {
    this.#patience.stop();
    this.#player.play();
  }

  pause(): void {
    this.#patience.stop();
    this.#player.pause();
  }

  /** A sound that waits for the typing to end counts as playing: the person stops it for good. */
  toggle(): void {
    if (this.#isWaiting) this.pause();
    else this.#player.toggle();
  }

  seek(seconds: number): void {
    this.#player.seek(seconds);
  }

  /** Forward, or back where negative; seconds. */
  skip(seconds: number): void {
    this.#player.back(-seconds);
  }

  /** Plays a stretch and stops at its end; seconds. */
  playSpan(span: Interval): void {
    this.#patience.stop();
    this.#player.playSpan(span);
  }

  /** Plays stretches one after the other, and nothing else. */
  playList(list: Playlist): void {
    this.#patience.stop();
    this.#player.playList(list);
  }

  /** Leaves nothing out any more. */
  endList(): void {
    this.#player.endList();
  }

  /** Plays the next stretch that was never listened to. */
  playNextUnheard(): void {
    const { played, duration, seconds } = this.sound;
    const afterSeconds = seconds + EDGE_SECONDS;
    const next = nextUnheard(played, { afterSeconds, durationSeconds: duration });
    if (next) this.playSpan({ ...next, start: Math.max(0, next.start - EDGE_SECONDS / 2) });
  }

  /** Takes the selected words, or what is at the caret, again and again; or goes on. */
  toggleLoop(): void {
    if (this.sound.loop) {
      this.#player.endLoop();
      return;
    }
    const span = this.#atHand?.();
    if (!span) return;
    this.#patience.stop();
    this.#player.playLoop({ start: span.start - EDGE_SECONDS, end: span.end + EDGE_SECONDS });
  }

  /** A person types in the report: the sound waits. */
  typed(): void {
    if (this.#habits.waitsWhileTyping) this.#patience.typed();
  }

  /** Called with each change, until the returned function is called. */
  follow(follower: (sound: PlayerState) => void): () => void {
    this.#followers = [...this.#followers, follower];
    return () => {
      this.#followers = this.#followers.filter((other) => other !== follower);
    };
  }

  dispose(): void {
    this.#life.abort();
    this.#patience.stop();
    this.#followers = [];
    this.#player.pause();
    this.#keeper?.settle();
    this.#keeper = undefined;
    this.#player.dispose();
  }

  #changeSpeed(steps: number): void {
    const speed = Math.round((this.sound.speed + steps * SPEED_STEP) * 10) / 10;
    this.#choose({ speed: Math.min(FASTEST, Math.max(SLOWEST, speed)) });
  }

  #choose(changes: Partial<ListeningHabits>): void {
    const habits = { ...this.#habits, ...changes };
    this.#follow(habits);
    this.#store?.keepHabits(habits);
  }

  #follow(habits: ListeningHabits): void {
    this.#habits = habits;
    this.#player.rewindSeconds = habits.rewindSeconds;
    this.#player.enhancement = habits;
    if (this.#player.state.speed !== habits.speed) this.#player.setSpeed(habits.speed);
    if (!habits.waitsWhileTyping) this.#patience.stop();
  }
}
