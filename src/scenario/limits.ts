/** What a file may hold: far more than anybody writes by hand, and little enough to be read in a few seconds. */
export const YAML_LIMITS = { bytes: 4_000_000, marks: 500_000, depth: 64, aliased: 20_000 } as const;
