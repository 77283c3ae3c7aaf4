const GROUPS = 8;

/**
 * A root in 40 digits that two people can compare by phone: eight groups, each of them four bytes of
 * its payload's SHA-256 as a number, modulo 100,000. About 132 bits.
 */
export function fingerprint(sha256: string): string[] {
	return Array.from({ length: GROUPS }, (_, group) => {
		const bytes = sha256.slice(group * 8, group * 8 + 8);
		return String(Number.parseInt(bytes, 16) % 100_000).padStart(5, '0');
	});
}
