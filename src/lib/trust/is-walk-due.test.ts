import { expect, test } from 'vitest';
import { aPublisher } from '#tests/support/publisher/publisher.ts';
import { readAnchor } from './anchor.ts';
import { isWalkDue } from './is-walk-due.ts';
import { startTrust, withRoot, withWalk, type TrustState } from './trust-state.ts';

const at = (hour: number): Date => new Date(Date.UTC(2026, 10, 24, hour));

/** Roots were asked for at noon. */
async function aState(): Promise<TrustState> {
	const state = startTrust(await readAnchor((await aPublisher()).anchor()));
	return withWalk(state, state.root, at(12).toISOString());
}

test('roots are asked for at first, then once a day', async () => {
	const state = await aState();
	expect(isWalkDue(startTrust({ root: state.root, sha256: 'a'.repeat(64) }), at(12))).toBe(true);
	expect(isWalkDue(state, at(12))).toBe(false);
	expect(isWalkDue(state, at(35))).toBe(false);
	expect(isWalkDue(state, at(36))).toBe(true);
});

test('a clock that was set back puts nothing off', async () => {
	expect(isWalkDue(await aState(), at(11))).toBe(true);
});

test('a clock that stands still puts nothing off: the head says how late it is', async () => {
	const state = await aState();
	const { head } = await (await aPublisher()).publish();
	const seen = (issued: Date): TrustState['seen'] => ({
		head: { ...head, issued: issued.toISOString() },
		sha256: 'd'.repeat(64),
		signers: [],
		isEditionFloor: true
	});
	expect(isWalkDue({ ...state, seen: seen(at(35)) }, at(12))).toBe(false);
	expect(isWalkDue({ ...state, seen: seen(at(36)) }, at(12))).toBe(true);
});

test('a root that has expired is followed at once', async () => {
	const state = await aState();
	const root = { ...state.root, expires: at(13).toISOString() };
	expect(isWalkDue({ ...state, root }, at(13))).toBe(true);
});

test('an unreadable date of the walk is none', async () => {
	expect(isWalkDue({ ...(await aState()), rootsWalkedAt: 'soon' }, at(12))).toBe(true);
});

test('a walk that was cut is not at its end, and another tab that came further is believed', async () => {
	const publisher = await aPublisher();
	const state = startTrust(await readAnchor(publisher.anchor()));
	const root = await publisher.rotate();
	const cut = withRoot(withWalk(state, state.root, at(12).toISOString()), {
		root,
		sha256: 'b'.repeat(64)
	});
	expect(isWalkDue(cut, at(12))).toBe(true);
	expect(withWalk(cut, state.root, at(12).toISOString())).toBe(cut);
});
