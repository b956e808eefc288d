import { createSubscriber } from 'svelte/reactivity';
import type { Player } from '../audio/player';

/** The player as Svelte sees it: read again at each change, and at each frame while it plays. */
export function playing(player: Player) {
  const subscribe = createSubscriber((update) => player.watch(update));
  return {
    get isPlaying(): boolean {
      subscribe();
      return player.isPlaying;
    },
    get position(): number {
      subscribe();
      return player.position;
    },
    get speed(): number {
      subscribe();
      return player.speed;
    },
  };
}
