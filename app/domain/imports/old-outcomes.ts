/** Every outcome that a staged row of past sessions can have before it is applied. */
export const oldOutcomes = ["row", "ready", "asks", "duplicate", "error", "left_out"] as const;
