/** The complainant's own words, as they were sent. They stay sealed beside the working text that the verifier may edit. */
export interface OriginalWords {
  readonly title: string;
  readonly description: string;
  readonly place?: string | undefined;
}
