/** As the report is written: no break before ":" and inside quotation marks, a narrow one before ";", "!", "?" and "%". */
const NO_BREAK = / (?=[:»])|(?<=«) /g;
const NARROW = / (?=[;!?%](?![=\w]))/g;

/** A rule of ESLint: sentences that people read keep their punctuation on the line of its word; `--fix` writes the spaces. */
export const frenchSpaces = {
  meta: { type: 'problem', fixable: 'whitespace', schema: [] },
  create(context) {
    const look = (node, noBreak = '\u00a0', narrow = '\u202f') => {
      const written = context.sourceCode.getText(node);
      const wanted = written.replace(NO_BREAK, noBreak).replace(NARROW, narrow);
      if (wanted === written) return;
      context.report({
        node,
        message: 'A no-break space stands before : ; ! ? % » and after « (eslint --fix).',
        fix: (fixer) => fixer.replaceText(node, wanted),
      });
    };
    return {
      Literal: (node) => typeof node.value === 'string' && look(node),
      TemplateElement: (node) => look(node),
      // In markup they are seen best by their names.
      SvelteText: (node) =>
        node.parent.type !== 'SvelteStyleElement' && look(node, '&nbsp;', '&#8239;'),
    };
  },
};
