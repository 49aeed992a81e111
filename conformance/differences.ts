/** A document on which a column differs from the official verdict, and what differs. */
export interface Difference {
  readonly file: string;
  readonly wrong: readonly string[];
}

/** What is known of the documents beside the level: which differ, and where there is nothing to compare with. */
export interface Differences {
  readonly differing: readonly Difference[];
  /** Documents on which the official engine itself broke down, so that its findings say nothing. */
  readonly officialEngineFailed: readonly string[];
}

/** A sentence for each document that differs now and did not before, or in another way. */
export function newDifferences(now: Differences, before: Differences): readonly string[] {
  const known = new Map(before.differing.map(({ file, wrong }) => [file, wrong]));
  return now.differing.flatMap(({ file, wrong }) => {
    const added = wrong.filter((one) => !known.get(file)?.includes(one));
    return added.length === 0 ? [] : [`${file}: ${added.join('; ')}`];
  });
}
