import { expect, test } from 'vitest';
import { chooseLine, type LineFacts } from './choose-line.ts';

const CHECKED = '2026-11-24T12:00:00.000Z';
const WHOLE = {
	ready: true,
	areTextsReady: true,
	areGuidesSaved: true,
	isDamaged: false,
	whole: 55,
	total: 55,
	checkedAt: CHECKED
};
const CURRENT = { state: 'current', since: CHECKED, isRevoked: false } as const;

/** The facts of a phone on which all is well. A test overrides what it is about. */
const facts = (overrides: Partial<LineFacts> = {}): LineFacts => ({
	lang: 'en',
	readiness: WHOLE,
	freshness: CURRENT,
	hasNewApp: false,
	hasLostNotices: false,
	isShownChanged: false,
	...overrides
});

test('says "ready" only when everything was found whole', () => {
	expect(chooseLine(facts())).toEqual({ kind: 'ready', whole: 55, total: 55, checkedAt: CHECKED });
	const waits = { ...WHOLE, ready: false };
	expect(chooseLine(facts({ readiness: waits }))).toEqual({ kind: 'saved', whole: 55, total: 55 });
	const noCode = { ...waits, areGuidesSaved: false };
	expect(chooseLine(facts({ readiness: noCode }))).toBeUndefined();
});

test('shows how far the saving is, and stops at the end', () => {
	const progress = { lang: 'en', done: 34, total: 55 } as const;
	expect(chooseLine(facts({ progress }))).toEqual({ kind: 'saving', done: 34, total: 55 });
	expect(chooseLine(facts({ progress: { ...progress, done: 55 } }))?.kind).toBe('ready');
});

test('a change in the article being read comes before everything else', () => {
	const outcome = { status: 'storage', code: 'storage-full' } as const;
	expect(chooseLine(facts({ isShownChanged: true, outcome }))?.kind).toBe('guidance-changed');
});

test('that somebody else publishes now comes before any word of theirs', () => {
	const publisherChange = { kind: 'new-publisher', before: 'A', now: 'B' } as const;
	const line = chooseLine(facts({ publisherChange, isShownChanged: true }));
	expect(line).toEqual(publisherChange);
});

test('new keys are told before that all is well, and after what is wrong, unless nobody vouches for them', () => {
	const issued = '2026-11-30T09:00:00Z';
	const vouched = { kind: 'new-keys', issued, areVouchedFor: true } as const;
	expect(chooseLine(facts({ publisherChange: vouched, hasNewApp: true }))).toEqual(vouched);
	const freshness = { state: 'behind', isRevoked: false } as const;
	expect(chooseLine(facts({ publisherChange: vouched, freshness }))?.kind).toBe('behind');
	const unknown = { ...vouched, areVouchedFor: false };
	expect(chooseLine(facts({ publisherChange: unknown, freshness }))).toEqual(unknown);
});

test('what was refused is said offline, too', () => {
	const refused = { ...CURRENT, state: 'unconfirmed', refused: 'rollback' } as const;
	const line = chooseLine(facts({ outcome: { status: 'offline' }, freshness: refused }));
	expect(line).toEqual({ kind: 'rejected', code: 'rollback' });
});

test('a phone without room for the code is full, whatever of the texts is here', () => {
	expect(chooseLine(facts({ isFull: true }))).toEqual({ kind: 'storage-full' });
	const progress = { lang: 'en', done: 34, total: 55 } as const;
	expect(chooseLine(facts({ isFull: true, progress }))?.kind).toBe('saving');
});

test('being offline is no news on a phone that has the guides', () => {
	const outcome = { status: 'offline' } as const;
	expect(chooseLine(facts({ outcome }))?.kind).toBe('ready');
	const empty = {
		ready: false,
		areTextsReady: false,
		areGuidesSaved: false,
		isDamaged: false,
		whole: 0,
		total: 0,
		checkedAt: ''
	};
	const nothing = facts({ outcome, readiness: empty, freshness: undefined });
	expect(chooseLine(nothing)).toEqual({ kind: 'offline-first' });
	// the page itself says which language it shows instead
	expect(chooseLine({ ...nothing, hasStandIn: true })).toBeUndefined();
});

test('says that something here is damaged, while the rest is read and nothing mends it', () => {
	const damaged = { ...WHOLE, ready: false, areGuidesSaved: false, isDamaged: true, whole: 54 };
	const outcome = { status: 'offline' } as const;
	expect(chooseLine(facts({ readiness: damaged, outcome }))).toEqual({ kind: 'damaged' });
	const progress = { lang: 'en', done: 54, total: 55 } as const;
	expect(chooseLine(facts({ readiness: damaged, progress }))?.kind).toBe('saving');
});

test('an edition that nobody confirms is never called ready', () => {
	const freshness = { state: 'unconfirmed', since: CHECKED, isRevoked: false } as const;
	expect(chooseLine(facts({ freshness }))).toEqual({ kind: 'unconfirmed', since: CHECKED });
});

test('an edition that was never confirmed has no date to name', () => {
	const freshness = { state: 'unconfirmed', isRevoked: false } as const;
	expect(chooseLine(facts({ freshness }))).toBeUndefined();
});

test('a refused edition is told with its code', () => {
	const outcome = { status: 'rejected', code: 'wrong-hash' } as const;
	expect(chooseLine(facts({ outcome }))).toEqual({ kind: 'rejected', code: 'wrong-hash' });
});

test('a new version of the app is told only when nothing is wrong', () => {
	expect(chooseLine(facts({ hasNewApp: true }))?.kind).toBe('new-app');
	const freshness = { state: 'behind', isRevoked: false } as const;
	expect(chooseLine(facts({ hasNewApp: true, freshness }))?.kind).toBe('behind');
});
