import { roomToBegin, storageRoom, type StorageRoom } from '../offline/storage-room';
import type { Messages } from '../ui/messages.svelte';
import { retentionWords as words } from '../words/retention';

/** Looks at the room that is left and says when it gets short, once for each level. */
export class StorageWatch {
  readonly #messages: Messages;
  readonly #seeMore: () => void;
  #told: StorageRoom['level'] = 'ample';

  constructor(messages: Messages, seeMore: () => void) {
    this.#messages = messages;
    this.#seeMore = seeMore;
  }

  /** Nothing new may begin. */
  isFull = async (): Promise<boolean> => {
    const room = await roomToBegin();
    if (room.level === 'full') this.#tell(room);
    return room.level === 'full';
  };

  async look(): Promise<void> {
    this.#tell(await storageRoom());
  }

  #tell({ level, usedShare, freeBytes }: StorageRoom): void {
    const isNews = level !== this.#told && level !== 'ample';
    this.#told = level;
    if (!isNews) return;
    const text = level === 'full' ? words.full(freeBytes) : words.short(usedShare);
    this.#messages.alert(text, { label: words.seeSettings, run: this.#seeMore });
  }
}
