/**
 * A follow-up count as it may leave the team: 1 to 4 young people could be recognised by those who
 * know the school. Do not print a total of suppressed counts beside them: it would give them back.
 */
export function suppressSmall(count: number): string {
	return count >= 1 && count <= 4 ? "fewer than 5" : String(count);
}
