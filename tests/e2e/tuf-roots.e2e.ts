import { BrowserPhone, titled } from '#tests/support/phone/browser-phone.ts';
import { aRoot, keys, otherForms, signedFile } from '#tests/support/publisher/publisher-keys.ts';
import type { RoleKeys, TestKey } from '#tests/support/publisher/publisher-keys.ts';
import type { Bytes } from '#lib/trust/signed/bytes.ts';
import { expect, test } from './watched-test.ts';

/*
 * Each threat of docs/threats.md that is about roots and keys, tried on one phone whose publisher rotates
 * keys, and on empty phones. After each attack, the phone must accept the next honest edition.
 */
let phone: BrowserPhone;
let version = 100;
/** The next version of head and edition, counted here because some tests publish far-off versions. */
const next = () => ({ head: { version: (version += 1) }, edition: { version } });
const honest = async () => phone.takes({ title: `Honest ${version}`, ...next() });

test.beforeAll(async ({ browser }) => {
	phone = await BrowserPhone.open(browser);
	await honest();
});
test.beforeEach(({ pageErrors }) => {
	// the host withholds or breaks files of the edition, as each test wants
	pageErrors.fileIsGone(/\/published\//);
});
test.afterEach(async () => {
	await honest();
});
test.afterAll(async () => {
	await phone.close();
});

const HUGE = Number.MAX_SAFE_INTEGER;
const BELOW = /failed our checks.*below-threshold/;
const ROLLBACK = /failed our checks.*rollback/;

/** A root for `held`, signed by `signers`; its version is `ahead` of the root in force. */
async function rootFile(
	held: RoleKeys,
	signers: readonly TestKey[],
	{ ahead = 1 } = {}
): Promise<Bytes> {
	const { publisher } = phone;
	const dates = { issued: publisher.day(-1), expires: publisher.day(300) };
	const version = publisher.root.version + ahead;
	return signedFile('root', aRoot(held, { version, ...dates }), signers);
}

const pathOf = (ahead: number): string => `trust/${phone.publisher.root.version + ahead}.root.json`;

test('fast-forward: a stolen head key is recovered from by the next root', async () => {
	const { publisher } = phone;
	await phone.takes({ title: 'Far ahead', ...next(), head: { version: HUGE } });
	await publisher.publish({ ...titled('Next'), ...next() });
	await phone.refuses(ROLLBACK);
	await publisher.rotate({ head: await keys(1) });
});

test('fast-forward: a stolen publishing key is recovered from by the next root', async () => {
	const { publisher } = phone;
	await phone.takes({ title: 'Far ahead', ...next(), edition: { version: HUGE } });
	await publisher.publish({ ...titled('Next'), ...next() });
	await phone.refuses(ROLLBACK);
	await publisher.rotate({ edition: await keys(1) });
});

test('a revoked head key: roots are asked for within a day, though its heads name the old one', async () => {
	const { publisher } = phone;
	const thief = publisher.held.head;
	const seen = (await phone.trust())?.seen?.head;
	if (!seen) throw new Error('The phone has seen no head');
	await publisher.rotate({ head: await keys(1) });
	const old = { ...next().head, edition: seen.edition, root: seen.root };
	await publisher.publishHead(old, thief);
	await phone.visit();
	expect((await phone.trust())?.root.version).toBe(publisher.root.version - 1);
	await phone.dayPasses();
	await phone.refuses(BELOW);
	expect((await phone.trust())?.root.version).toBe(publisher.root.version);
});

test('an old key: heads and editions of keys that a root has replaced', async () => {
	const { publisher } = phone;
	const old = publisher.held;
	await publisher.rotate({ head: await keys(1), edition: await keys(1) });
	await publisher.publish({ ...titled('Bad'), ...next(), signers: { head: old.head } });
	await phone.refuses(BELOW);
	await publisher.publish({ ...titled('Bad'), ...next(), signers: { edition: old.edition } });
	await phone.refuses(BELOW);
});

test('a revoked publishing key: what it signed is read, and never called current', async () => {
	const { publisher } = phone;
	await publisher.rotate({ edition: await keys(1) });
	phone.site.host.answers((path) =>
		path === 'head.json' ? new Response('', { status: 503 }) : undefined
	);
	await phone.refuses('Not confirmed since');
});

test('too few signatures: a root that only one of two keys signed', async () => {
	const { held } = phone.publisher;
	const next = { ...held, root: await keys(3) };
	const one = await rootFile(next, [...held.root.slice(0, 1), ...next.root]);
	phone.serve({ [pathOf(1)]: one });
	await phone.dayPasses();
	await phone.refuses(BELOW);
	const oneOfItsOwn = await rootFile(next, [...held.root, ...next.root.slice(0, 1)]);
	phone.serve({ [pathOf(1)]: oneOfItsOwn });
	await phone.dayPasses();
	await phone.refuses(BELOW);
});

test('a key twice: two signatures of one key are one', async () => {
	const { held } = phone.publisher;
	const [one] = held.root;
	if (!one) throw new Error('The publisher has no root key');
	phone.serve({ [pathOf(1)]: await rootFile(held, [one, one]) });
	await phone.dayPasses();
	await phone.refuses(BELOW);
});

test('a key in two encodings: one private key never meets a threshold of two', async () => {
	const { publisher } = phone;
	const before = publisher.held;
	const [one, ...others] = before.root;
	if (!one) throw new Error('The publisher has no root key');
	const forms = Object.entries(await otherForms(one));
	await publisher.rotate({ root: [one, ...forms.map(([, form]) => form), ...others] });
	await honest();
	for (const [, form] of forms) {
		const own = await keys(3);
		const forged = await rootFile({ ...before, root: own }, [one, form, ...own]);
		phone.serve({ [pathOf(1)]: forged });
		await phone.dayPasses();
		await phone.refuses(BELOW);
	}
	await publisher.rotate({ root: before.root });
});

test("a stranger's root", async () => {
	const stranger = { root: await keys(3), head: await keys(1), edition: await keys(1) };
	phone.serve({ [pathOf(1)]: await rootFile(stranger, stranger.root) });
	await phone.dayPasses();
	await phone.refuses(BELOW);
});

test('a skipped root: root n+2 in the place of root n+1', async () => {
	const { held } = phone.publisher;
	phone.serve({ [pathOf(1)]: await rootFile(held, held.root, { ahead: 2 }) });
	await phone.dayPasses();
	await phone.refuses(ROLLBACK);
});

test('a fork: whoever has the old root keys cannot lead a phone off that saw the new root', async () => {
	const { publisher } = phone;
	const thief = publisher.held;
	await publisher.rotate({ root: await keys(3) });
	await honest();
	// before the rotation the thief's root n+1 would have been valid; now the phone knows another n+1
	const forked = { ...thief, root: await keys(3) };
	phone.serve({
		[pathOf(0)]: await rootFile(forked, [...thief.root, ...forked.root], { ahead: 0 }),
		[pathOf(1)]: await rootFile(forked, forked.root)
	});
	await phone.dayPasses();
	await phone.refuses(BELOW);
});

test('a withheld root: a head made under it is neither good nor bad news', async () => {
	const { publisher } = phone;
	await publisher.rotate({ head: await keys(1) });
	const hidden = pathOf(0);
	await publisher.publish({ ...titled('Next'), ...next() });
	phone.site.host.answers((path) =>
		path === hidden ? new Response('', { status: 404 }) : undefined
	);
	await phone.refuses('');
	expect((await phone.trust())?.root.version).toBe(publisher.root.version - 1);
});

test('a root that came is never forgotten, though nothing after it came', async () => {
	const { publisher } = phone;
	const old = publisher.held;
	await publisher.rotate({ head: await keys(1) });
	phone.site.host.answers((path) =>
		path === 'head.json' ? new Response('', { status: 503 }) : undefined
	);
	await phone.refuses('Not confirmed since');
	// now the host hides the new root, and serves a head that the old key has signed
	await publisher.publish({ ...titled('Bad'), ...next(), signers: { head: old.head } });
	const hidden = pathOf(0);
	phone.site.host.answers((path) =>
		path === hidden ? new Response('', { status: 404 }) : undefined
	);
	await phone.refuses(BELOW);
});

test('an empty phone: a head past its expiry is never current, and its texts are readable', async ({
	page
}) => {
	const { site, publisher } = phone;
	const empty = new BrowserPhone(page, site, publisher);
	const dates = { issued: publisher.day(-9), expires: publisher.day(-2) };
	await empty.takes({ title: 'Frozen', ...next(), head: dates });
	await empty.visit();
	await empty.stillReads();
	await expect(empty.line).toContainText('Not confirmed since');
});

test('an empty phone: an edition below the floor of the build is refused', async ({ page }) => {
	const { site, publisher } = phone;
	site.raiseFloor(1000);
	const empty = new BrowserPhone(page, site, publisher);
	await empty.visit();
	await expect(empty.line).toContainText(ROLLBACK);
	expect((await empty.trust())?.installed).toBeUndefined();
	site.raiseFloor(1);
});

test('an expired root: nothing is accepted, reading stays open, and the next root mends it', async () => {
	const { publisher } = phone;
	// the root expires by the real clock, because a test cannot set the clock of a worker
	await publisher.rotate({}, { expires: publisher.day(0.4) });
	await publisher.publish({ ...titled('Next'), ...next() });
	await phone.refuses('Not confirmed since');
	await publisher.rotate();
});

test('three roots were missed: each is walked, and all root keys are others', async () => {
	const { publisher } = phone;
	const from = publisher.root.version;
	for (let i = 0; i < 3; i += 1) {
		await publisher.rotate({ root: await keys(3), head: await keys(1), edition: await keys(1) });
	}
	await honest();
	expect((await phone.trust())?.root.version).toBe(from + 3);
});
