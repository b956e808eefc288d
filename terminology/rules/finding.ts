/**
 * What may harm a patient, worst first: 1 identity, 2 drug, 3 dose, number or unit, 4 side, 5 negation and polarity,
 * 6 blank, unanswered query or contradiction, 7 terminology and spelling, 8 form.
 */
export type Risk = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

/** What would be written in place of the passage, and how a person reads that choice. */
export interface Fix {
  readonly text: string;
  readonly label?: string;
}

/** A passage of a paragraph, half-open, in UTF-16 units of its plain text. */
export interface Passage {
  readonly paragraph: number;
  readonly from: number;
  readonly to: number;
}

/** Something a person should look at. */
export interface Finding extends Passage {
  /** The same for the same thing found again, whatever was typed elsewhere: rule, passage text, and its count. */
  readonly id: string;
  readonly risk: Risk;
  /** File name of the rule that says so. */
  readonly rule: string;
  /** Why, in one French sentence. */
  readonly message: string;
  /** Best first. */
  readonly fixes: readonly Fix[];
  /** Probability in [0, 1] that the passage is wrong, as far as the rule can tell. */
  readonly doubt: number;
  /** Other passages that the finding rests on, such as the side said elsewhere. */
  readonly evidence: readonly Passage[];
}
