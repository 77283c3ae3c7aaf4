import { BrowserPhone, titled } from '#tests/support/phone/browser-phone.ts';
import { endless, fileResponse, offline, stalled } from '#tests/support/server/edition-host.ts';
import { keys } from '#tests/support/publisher/publisher-keys.ts';
import { toBytes, toText, type Bytes } from '#lib/trust/signed/bytes.ts';
import { expect, test } from './watched-test.ts';

/*
 * Each threat of docs/threats.md that is about heads, editions and texts, tried on one phone. After each
 * attack the host is honest again, and the phone must accept the next edition.
 */
let phone: BrowserPhone;
let count = 0;
const honest = async () => phone.takes({ title: `Honest ${(count += 1)}` });

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

const fileAt = (path: string): Bytes => phone.publisher.files.get(path) ?? new Uint8Array();
/** Changes the first character of a signature to another one, whichever it was. */
const otherSig = (_: string, first: string): string => `"sig":"${first === '_' ? '-' : '_'}`;
const rejected = (code: string): RegExp => new RegExp(`failed our checks.*${code}`);

/** From now on the host changes every file whose path starts with one of these. */
function alter(starts: readonly string[], change: (text: string) => string): void {
	phone.site.host.answers((path) => {
		if (!starts.some((start) => path.startsWith(start))) return undefined;
		return fileResponse(change(toText(fileAt(path))));
	});
}

test('arbitrary text: a head, and an edition, of a stranger', async () => {
	await phone.publisher.publish({ ...titled('Bad'), signers: { head: await keys(1) } });
	await phone.refuses(rejected('below-threshold'));
	await phone.publisher.publish({ ...titled('Bad'), signers: { edition: await keys(1) } });
	await phone.refuses(rejected('below-threshold'));
});

test('wrong role: the head key cannot sign an edition, nor the publishing key a head', async () => {
	const { head, edition } = phone.publisher.held;
	await phone.publisher.publish({ ...titled('Bad'), signers: { edition: head } });
	await phone.refuses(rejected('below-threshold'));
	await phone.publisher.publish({ ...titled('Bad'), signers: { head: edition } });
	await phone.refuses(rejected('below-threshold'));
});

test('wrong role: an edition does not pass as a head, though the head key signed it', async () => {
	const { head } = phone.publisher.held;
	const { path } = await phone.publisher.publish({ ...titled('Bad'), signers: { edition: head } });
	phone.serve({ 'head.json': fileAt(path) });
	await phone.refuses(rejected('below-threshold'));
});

test('rollback: an older head', async () => {
	const old = fileAt('head.json');
	await phone.takes({ title: 'Newer' });
	phone.serve({ 'head.json': old });
	await phone.refuses(rejected('rollback'));
});

test('rollback: an older head than one whose edition never came', async () => {
	const old = fileAt('head.json');
	// before it is published, and to the end: a try that the browser makes by itself could bring it
	const withheld = (it: string) => (/^(edition|update)\//.test(it) ? offline() : undefined);
	phone.site.host.answers(withheld);
	await phone.publisher.publish(titled('Never came'));
	await phone.refuses('Newer guidance is out');
	phone.site.host.answers((it) => (it === 'head.json' ? fileResponse(old) : withheld(it)));
	await phone.refuses(rejected('rollback'));
});

test('rollback: an older edition under a newer head', async () => {
	const { edition, ref } = await honest();
	await phone.takes({ title: 'Newer' });
	await phone.publisher.publishHead({ edition: { version: edition.version, ...ref } });
	await phone.refuses(rejected('rollback'));
});

test('the same version with other bytes: a head', async () => {
	const { head } = await honest();
	await phone.publisher.publish({ ...titled('Twin'), head: { version: head.version } });
	await phone.refuses(rejected('conflict'));
});

test('the same version with other bytes: an edition', async () => {
	const { edition } = await honest();
	await phone.publisher.publish({ ...titled('Twin'), edition: { version: edition.version } });
	await phone.refuses(rejected('conflict'));
});

test('mix and match: the edition of another head', async () => {
	const before = await honest();
	const { path } = await phone.publisher.publish(titled('Newer'));
	phone.serve({ [path]: fileAt(before.path) });
	await phone.refuses(/failed our checks.*wrong-(hash|length)/);
});

test('mix and match: the listing of another edition', async () => {
	const before = await honest();
	const { edition } = await phone.publisher.publish(titled('Newest'));
	const listing = (it: typeof edition): string =>
		`listing/${it.languages[0]?.listing.sha256 ?? ''}.json`;
	phone.serve({ [listing(edition)]: fileAt(listing(before.edition)) });
	await phone.refuses(/failed our checks.*wrong-(hash|length)/);
});

test('tampered: a head and an edition', async () => {
	const { path } = await phone.publisher.publish(titled('Next'));
	alter(['head'], (text) => text.replace(/"version":\d/, '"version":9'));
	await phone.refuses(rejected('below-threshold'));
	alter([path], (text) => text.replace('"isDemo":true', '"isDemo":null'));
	await phone.refuses(rejected('wrong-hash'));
});

test('tampered: a listing', async () => {
	await phone.publisher.publish(titled('Next'));
	alter(['listing/'], (text) => text.replaceAll('guide/', 'guile/').replace('"en"', '"es"'));
	await phone.refuses(rejected('wrong-hash'));
});

test('tampered: a text, alone and in the pack', async () => {
	await phone.publisher.publish(titled('Do not open'));
	alter(['blob/', 'pack/'], (text) => text.replace('Do not open', 'Please open'));
	await phone.refuses(rejected('wrong-hash'));
});

test('tampered: the header line', async () => {
	await phone.publisher.publish(titled('Next'));
	const [header = '', payload = ''] = toText(fileAt('head.json')).split('\n');
	const signature = /\{"keyId[^}]*\}/.exec(header)?.[0] ?? '';
	const headers: [string, string][] = [
		['below-threshold', header.replace(/"sig":"(.)/, otherSig)],
		['malformed', header.replace('{', `{"x":"${'x'.repeat(4096)}",`)],
		['malformed', header.replace(signature, Array(9).fill(signature).join())],
		['malformed', header.slice(1)]
	];
	for (const [code, changed] of headers) {
		phone.serve({ 'head.json': toBytes(`${changed}\n${payload}`) });
		await phone.refuses(rejected(code));
	}
});

test('endless data: no file is read past its cap', async () => {
	const { path } = await phone.publisher.publish(titled('Next'));
	for (const start of ['trust/', 'head', path, 'listing/', 'blob/']) {
		if (start === 'trust/') await phone.dayPasses();
		phone.site.host.answers((it) => (it.startsWith(start) ? endless() : undefined));
		await phone.refuses(rejected('too-large'));
	}
});

test('slow retrieval: a host that stops in the middle is given up, and reading goes on', async () => {
	const { page, site, publisher } = phone;
	const { path } = await publisher.publish(titled('Next'));
	site.host.answers((it) => (it === path ? stalled() : undefined));
	site.host.forgetRequests();
	await page.goto(`${site.origin}/en/guides/school-bus/`);
	await expect.poll(() => site.host.requests).toContain(path);
	await phone.stillReads();
	// waits out the real deadline of 20 s: a clock that is moved forward would stay so for later tests
	await expect(phone.line).toContainText('Newer guidance is out', { timeout: 40_000 });
	// the worker has already started a second try: end it, or it would wait as long again
	site.hangUp();
});

test('freeze: past its expiry a head is never current, and reading stays open', async () => {
	const { page } = phone;
	await page.clock.setFixedTime(Date.now() + 8 * 24 * 60 * 60 * 1000);
	await phone.refuses('Not confirmed since');
	await page.clock.setFixedTime(Date.now());
});

test('freeze: a head that would live for longer than 14 days', async () => {
	await phone.publisher.publish({ ...titled('Next'), head: { expires: phone.publisher.day(15) } });
	await phone.refuses(rejected('lifetime'));
});
