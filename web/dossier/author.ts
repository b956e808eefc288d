/** A doctor who dictates for the practice; he need not have an account. */
export interface Author {
  readonly format: 1;
  readonly id: string;
  readonly name: string;
}
