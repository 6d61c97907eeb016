/** What a step says: the guide shows it with links and copy buttons, a sheet with everything written out. */
export interface StepDetail {
  /** Where it is done, in the words that the portal has today. */
  path?: string;
  link?: string;
  /** What that place was called when the handbook was written. */
  formerly?: string;
  notes: readonly string[];
  /** What is to be typed, chosen or handed over. */
  values?: readonly { name?: string; text: string }[];
  script?: { text: string; file: string };
}
