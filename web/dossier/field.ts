/** A place to fill in: "[taille]", or "[côté : droit | gauche]" with what may stand there. */
export interface Field {
  /** Half-open, brackets included, in UTF-16 units of the text. */
  readonly from: number;
  readonly to: number;
  readonly name: string;
  readonly choices: readonly string[];
}

const FIELD = /\[([^[\]\n:|]{1,60})(?::([^[\]\n]{1,300}))?\]/g;

/** Places to fill in of a text, in order. Brackets that hold a whole sentence or a line break are no field. */
export const fieldsIn = (text: string): readonly Field[] =>
  [...text.matchAll(FIELD)].map(({ index, 0: whole, 1: name = '', 2: choices = '' }) => ({
    from: index,
    to: index + whole.length,
    name: name.trim(),
    choices: choices
      .split('|')
      .map((choice) => choice.trim())
      .filter((choice) => choice !== ''),
  }));
