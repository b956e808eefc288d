import {
  elementScroll,
  observeElementOffset,
  observeElementRect,
  Virtualizer,
  type VirtualItem,
} from '@tanstack/virtual-core';

const OVERSCAN_ROWS = 12;

/** Of thousands of rows of one height, those in sight. */
export class VirtualRows {
  readonly #virtualizer: Virtualizer<HTMLElement, HTMLElement>;
  #scroller: HTMLElement | null = null;
  #rows = $state.raw<readonly VirtualItem[]>([]);
  #height = $state.raw(0);

  constructor() {
    this.#virtualizer = new Virtualizer(this.#options(0, 1));
  }

  /** Rows in sight, each with its index and its top in pixels. */
  get rows(): readonly VirtualItem[] {
    return this.#rows;
  }

  /** Pixels of all rows together. */
  get height(): number {
    return this.#height;
  }

  /** Follows the scrolling of an element until the returned function is called. */
  follow(scroller: HTMLElement): () => void {
    this.#scroller = scroller;
    const unmount = this.#virtualizer._didMount();
    this.#virtualizer._willUpdate();
    this.#look();
    return () => {
      unmount();
      this.#scroller = null;
    };
  }

  /** Takes another number of rows, or another height in pixels. */
  resize(count: number, rowHeight: number): void {
    const { options } = this.#virtualizer;
    const isTaller = options.estimateSize(0) !== rowHeight;
    if (options.count === count && !isTaller) return;
    this.#virtualizer.setOptions(this.#options(count, rowHeight));
    if (isTaller) this.#virtualizer.measure();
    this.#virtualizer._willUpdate();
    this.#look();
  }

  /** Brings a row into sight. */
  show(index: number): void {
    this.#virtualizer.scrollToIndex(index);
  }

  #options(count: number, rowHeight: number) {
    return {
      count,
      estimateSize: () => rowHeight,
      overscan: OVERSCAN_ROWS,
      getScrollElement: () => this.#scroller,
      scrollToFn: elementScroll,
      observeElementRect,
      observeElementOffset,
      onChange: () => this.#look(),
    };
  }

  #look(): void {
    this.#rows = this.#virtualizer.getVirtualItems();
    this.#height = this.#virtualizer.getTotalSize();
  }
}
