import { expect, test } from 'vitest';
import { edited, goodSources, parsed } from '#tests/support/publisher/content-fixture.ts';
import { compileContent, releaseContent } from '../compile/compile-edition.ts';
import { decideRelease, type ReleaseOptions } from './release.ts';

const content = compileContent(parsed());
const changed = compileContent(
	parsed(edited(goodSources(), 'guides/bus-stop/en.md', { from: 'Get on.', to: 'Get off.' }))
);

const issued = new Date('2026-11-24T12:00:00Z');
const published = (version = 3) => {
	const { edition, payload } = releaseContent(content, { version, issued, root: 1, isDemo: true });
	const file = new Uint8Array();
	const pointer = { version, sha256: '0'.repeat(64), length: 0 };
	const head = { version: 9, root: 1, issued: '', expires: '', edition: pointer };
	return {
		head: { file, payload: '', content: head },
		edition: { file, payload, content: edition },
		articles: content.articles
	};
};

const wishes = (changes: Partial<ReleaseOptions> = {}): ReleaseOptions => ({
	now: new Date('2026-12-01T12:00:00Z'),
	root: 1,
	isDemo: true,
	floor: 1,
	published: published(),
	isStillSigned: true,
	...changes
});

test('begins with 1, now', () => {
	const { compiled, isKept } = decideRelease(content, wishes({ published: undefined }));
	expect(compiled.edition).toMatchObject({ version: 1, issued: '2026-12-01T12:00:00.000Z' });
	expect(isKept).toBe(false);
});

test('keeps number and date of the same content', () => {
	const { compiled, isKept } = decideRelease(content, wishes());
	expect(compiled.payload).toBe(published().edition.payload);
	expect(isKept).toBe(true);
});

test('gives changed content the next number, and now', () => {
	const { compiled, isKept } = decideRelease(changed, wishes());
	expect(compiled.edition).toMatchObject({ version: 4, issued: '2026-12-01T12:00:00.000Z' });
	expect(isKept).toBe(false);
});

test.each([
	['with fifteen days left keeps', '2027-02-07T12:00:00Z', 3],
	['with fourteen days left issues again', '2027-02-08T12:00:00Z', 4]
])('an edition %s the same content', (_name, now, version) => {
	const { compiled } = decideRelease(content, wishes({ now: new Date(now) }));
	expect(compiled.edition.version).toBe(version);
});

test('issues again what the newest root no longer vouches for', () => {
	const { compiled } = decideRelease(content, wishes({ isStillSigned: false, root: 2 }));
	expect(compiled.edition).toMatchObject({ version: 4, root: 2 });
});

test('keeps an edition under a root that was only renewed', () => {
	const { compiled, isKept } = decideRelease(content, wishes({ root: 2 }));
	expect(compiled.edition.root).toBe(1);
	expect(isKept).toBe(true);
});

test('makes any edition again, byte for byte', () => {
	const again = decideRelease(content, wishes({ version: 3, issued }));
	expect(again.compiled.payload).toBe(published().edition.payload);
	expect(again.isKept).toBe(true);

	const elsewhere = decideRelease(content, wishes({ published: undefined, version: 3, issued }));
	expect(elsewhere.compiled.payload).toBe(published().edition.payload);
});

test('refuses a number below the one published', () => {
	const old = wishes({ version: 2, issued });
	expect(() => decideRelease(content, old)).toThrow(/A later edition was published/);
});

test('refuses other content under a number that was published', () => {
	const other = wishes({ version: 3, issued });
	expect(() => decideRelease(changed, other)).toThrow(/Another edition with this number/);
});

test('refuses an edition that no app would accept', () => {
	const low = wishes({ published: undefined, floor: 5 });
	expect(() => decideRelease(content, low)).toThrow(/below 5/);
});
