import { FASTEST, Player, SLOWEST, type PlayerState } from '../audio/player';
import type { Command } from '../commands/command';
import { workbenchWords as words } from '../words/workbench';

const BACK_SECONDS = 2;
const SPEED_STEP = 0.1;

/** A sound being listened to: the player as Svelte sees it, and what a person can do with it. */
export class Listening {
  readonly #player: Player;
  #sound = $state.raw<PlayerState>();
  #followers: readonly ((sound: PlayerState) => void)[] = [];

  constructor() {
    this.#player = new Player({
      onChange: (sound) => {
        this.#sound = sound;
        for (const follow of this.#followers) follow(sound);
      },
    });
  }

  get sound(): PlayerState {
    return this.#sound ?? this.#player.state;
  }

  get isPlaying(): boolean {
    return this.sound.phase === 'playing';
  }

  get commands(): readonly Command[] {
    const player = this.#player;
    return [
      { id: 'play', label: words.play, keys: ['F4', 'Ctrl+Espace'], run: () => player.toggle() },
      { id: 'back', label: words.back, keys: ['F2'], run: () => player.back(BACK_SECONDS) },
      { id: 'slower', label: words.slower, keys: ['F8'], run: () => this.#changeSpeed(-1) },
      { id: 'faster', label: words.faster, keys: ['F9'], run: () => this.#changeSpeed(1) },
    ];
  }

  /** Takes another sound. */
  async load(sound: Blob, { rewindSeconds }: { readonly rewindSeconds: number }): Promise<void> {
    this.#player.rewindSeconds = rewindSeconds;
    await this.#player.load(sound);
  }

  seek(seconds: number): void {
    this.#player.seek(seconds);
  }

  /** Plays a stretch and stops at its end; seconds. */
  playSpan(span: { readonly start: number; readonly end: number }): void {
    this.#player.playSpan(span);
  }

  pause(): void {
    this.#player.pause();
  }

  /** Called with each change, until the returned function is called. */
  follow(follower: (sound: PlayerState) => void): () => void {
    this.#followers = [...this.#followers, follower];
    return () => {
      this.#followers = this.#followers.filter((other) => other !== follower);
    };
  }

  dispose(): void {
    this.#followers = [];
    this.#player.dispose();
  }

  #changeSpeed(steps: number): void {
    const speed = Math.round((this.sound.speed + steps * SPEED_STEP) * 10) / 10;
    this.#player.setSpeed(Math.min(FASTEST, Math.max(SLOWEST, speed)));
  }
}
