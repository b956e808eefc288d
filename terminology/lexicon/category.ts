/** What a term is about. The order is the bit order of category masks in compiled files: only ever append. */
export const CATEGORIES = [
  'drug',
  'anatomy',
  'pathology',
  'sign',
  'procedure',
  'biology',
  'device',
  'abbreviation',
] as const;

export type Category = (typeof CATEGORIES)[number];

export function categoryMask(categories: Iterable<Category>): number {
  let mask = 0;
  for (const category of categories) mask |= 1 << CATEGORIES.indexOf(category);
  return mask;
}

export function categoriesOf(mask: number): Category[] {
  return CATEGORIES.filter((_, bit) => (mask & (1 << bit)) !== 0);
}
