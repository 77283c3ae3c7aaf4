import { expect, test } from 'vitest';
import type { Root } from './signed/root.ts';
import { freshness, type TrustView } from './freshness.ts';

const root: Root = {
	version: 1,
	issued: '2026-11-01T00:00:00.000Z',
	expires: '2027-11-01T00:00:00.000Z',
	keys: {},
	roles: {
		root: { keyIds: ['r'], threshold: 2 },
		head: { keyIds: ['h'], threshold: 1 },
		edition: { keyIds: ['e'], threshold: 1 },
		approver: { keyIds: [], threshold: 1 }
	}
};
const edition = { version: 7, sha256: 'a'.repeat(64), length: 1 };
const head = {
	version: 3,
	root: 1,
	issued: '2026-11-24T00:00:00.000Z',
	expires: '2026-12-01T00:00:00.000Z',
	edition
};

function aPhone(overrides: Partial<TrustView> = {}): TrustView {
	return {
		root,
		seen: { head, sha256: 'b'.repeat(64), signers: ['h'], isEditionFloor: true },
		installed: {
			version: 7,
			sha256: edition.sha256,
			issued: '2026-11-23T00:00:00.000Z',
			expires: '2027-02-21T00:00:00.000Z',
			signers: ['e'],
			isFloor: true
		},
		...overrides
	};
}
const at = (instant: string): Date => new Date(instant);
const noon = at('2026-11-24T12:00:00.000Z');

test('is current while head and edition are, and says since when', () => {
	expect(freshness(aPhone(), noon)).toMatchObject({ state: 'current', since: head.issued });
});

test('is unconfirmed from the moment at which the head expires', () => {
	expect(freshness(aPhone(), at('2026-11-30T23:59:59.999Z')).state).toBe('current');
	expect(freshness(aPhone(), at(head.expires)).state).toBe('unconfirmed');
});

test.each(['2026-12-01T00:00:00.000+00', '2027-02-30T00:00:00.000Z', 'never'])(
	'is never current where an expiry says %s',
	(expires) => {
		const phone = aPhone();
		const { seen, installed } = phone;
		if (!seen || !installed) throw new Error('nothing installed');
		const head = { ...seen, head: { ...seen.head, expires } };
		expect(freshness({ ...phone, seen: head }, noon).state).toBe('unconfirmed');
		const edition = { ...installed, expires };
		expect(freshness({ ...phone, installed: edition }, noon).state).toBe('unconfirmed');
		expect(freshness({ ...phone, root: { ...root, expires } }, noon).state).toBe('unconfirmed');
	}
);

test('is not current where nobody can tell when the head was issued', () => {
	const issued = '2026-11-24T00:00:00.000+00';
	const seen = { head: { ...head, issued }, sha256: 'b'.repeat(64), signers: ['h'] };
	const phone = aPhone({ seen: { ...seen, isEditionFloor: true } });
	expect(freshness(phone, noon).state).toBe('clock-wrong');
});

test('is unconfirmed past the expiry of the edition, and of the root', () => {
	const late = { ...head, issued: '2027-02-20T00:00:00.000Z', expires: '2027-03-01T00:00:00.000Z' };
	const seen = { head: late, sha256: 'b'.repeat(64), signers: ['h'], isEditionFloor: true };
	expect(freshness(aPhone({ seen }), at('2027-02-22T00:00:00.000Z')).state).toBe('unconfirmed');
	const old = aPhone({ root: { ...root, expires: noon.toISOString() } });
	expect(freshness(old, noon).state).toBe('unconfirmed');
});

test('is behind as soon as a newer edition is known, even past every expiry', () => {
	const newer = { ...head, edition: { ...edition, version: 8, sha256: 'd'.repeat(64) } };
	const seen = { head: newer, sha256: 'b'.repeat(64), signers: ['h'], isEditionFloor: true };
	expect(freshness(aPhone({ seen }), noon).state).toBe('behind');
	expect(freshness(aPhone({ seen }), at('2028-01-01T00:00:00.000Z')).state).toBe('behind');
});

test('is never current where the clock is earlier than what is signed', () => {
	expect(freshness(aPhone(), at('2026-11-23T23:00:00.000Z')).state).toBe('clock-wrong');
});

test('is never current where a host says that the clock is a day off', () => {
	const day = 24 * 60 * 60 * 1000;
	expect(freshness(aPhone({ clockSkewMs: day }), noon).state).toBe('current');
	expect(freshness(aPhone({ clockSkewMs: -day - 1 }), noon).state).toBe('clock-wrong');
});

test('takes a host at its word only against "current": an expiry stays visible', () => {
	const expired = at('2026-12-02T00:00:00.000Z');
	expect(freshness(aPhone({ clockSkewMs: 1e12 }), expired).state).toBe('unconfirmed');
});

test('says so when the key that signed what is installed has left its role', () => {
	const roles = { ...root.roles, edition: { keyIds: ['other'], threshold: 1 } };
	const label = freshness(aPhone({ root: { ...root, roles } }), noon);
	expect(label).toMatchObject({ state: 'unconfirmed', isRevoked: true });
});

test('is unconfirmed when the key of the newest head has left its role', () => {
	const roles = { ...root.roles, head: { keyIds: ['other'], threshold: 1 } };
	const label = freshness(aPhone({ root: { ...root, roles } }), noon);
	expect(label).toMatchObject({ state: 'unconfirmed', isRevoked: false });
});

test('is unconfirmed on an empty phone', () => {
	expect(freshness(undefined, noon)).toEqual({ state: 'unconfirmed', isRevoked: false });
});
