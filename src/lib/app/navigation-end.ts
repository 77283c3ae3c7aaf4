/**
 * Resolves when no navigation is under way. Kit's `invalidate` cancels one that is, so that a reader's tap
 * would lead nowhere.
 *
 * @param current Gives the promise of the navigation under way, which Kit rejects if another one replaces it.
 */
export async function navigationEnd(current: () => Promise<void> | null): Promise<void> {
	let seen: Promise<void> | null = null;
	// Kit may leave the promise of a navigation that has ended: wait for each one only once
	for (let next = current(); next && next !== seen; next = current()) {
		seen = next;
		// replaced by another navigation, which is waited for next
		await next.catch(() => undefined);
	}
}
