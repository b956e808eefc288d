import type { WritingHabits } from '../../terminology/spoken/habits';

/** The habits of a practice as they are kept; one record, whose former value is what undo puts back. */
export interface KeptHabits extends WritingHabits {
  readonly format: 1;
}

/** The record of the collection "spoken" that holds them. */
export const HABITS_ID = 'habits';
