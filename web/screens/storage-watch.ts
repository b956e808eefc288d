import { storageRoom, type StorageRoom } from '../offline/storage-room';
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
  isFull = async (): Promise<boolean> => (await this.look()) === 'full';

  async look(): Promise<StorageRoom['level']> {
    const room = await storageRoom();
    if (room.level !== this.#told && room.level !== 'ample') this.#tell(room);
    this.#told = room.level;
    return room.level;
  }

  #tell({ level, usedShare, freeBytes }: StorageRoom): void {
    const text = level === 'full' ? words.full(freeBytes) : words.short(usedShare);
    this.#messages.alert(text, { label: words.seeSettings, run: this.#seeMore });
  }
}
