import { describe, expect, test } from 'vitest';
import type { Result } from '#lib/edition/result.ts';
import type { Bytes } from '#lib/trust/signed/bytes.ts';
import { parseEnvelope, type Envelope } from '#lib/trust/signed/envelope.ts';
import { anAnnouncingPublisher, aProof, ORIGIN } from '#tests/support/push/announcing.ts';
import { today } from '#tests/support/publisher/publisher.ts';
import { aKey, keys, otherForms, signedFile } from '#tests/support/publisher/publisher-keys.ts';
import { aTemporaryFolder } from '#tests/support/publisher/temporary-folder.ts';
import {
	readCurrentEdition,
	readNewestRoot
} from '#lib/server/trusted-edition/read-published-edition.ts';
import { checkAnnounced, verifyAnnouncement, verifyCancellation } from './verify-announcement.ts';

function envelope(file: Bytes): Envelope {
	const parsed = parseEnvelope(file);
	if (!parsed.ok) throw new Error('not an envelope');
	return parsed.value;
}

async function aServer() {
	const publishedDir = aTemporaryFolder();
	const it = await anAnnouncingPublisher(publishedDir);
	const places = { anchor: it.publisher.anchor(), publishedDir };
	const circumstances = () => ({ root: it.publisher.root, origin: ORIGIN, now: today() });
	const codeOf = (result: Result<unknown, string>): string => (result.ok ? 'ok' : result.code);
	const verify = async (file: Bytes): Promise<string> =>
		codeOf(await verifyAnnouncement(envelope(file), circumstances()));
	const verifyCancel = async (file: Bytes): Promise<string> =>
		codeOf(await verifyCancellation(envelope(file), circumstances()));
	return { ...it, places, circumstances, verify, verifyCancel, codeOf };
}

describe('an announcement', () => {
	test('signed by the publishing key is believed', async () => {
		const { verify, announce } = await aServer();
		expect(await verify(await announce())).toBe('ok');
	});

	test('signed by a stranger, or by the online key, is not', async () => {
		const { verify, announce, publisher } = await aServer();
		expect(await verify(await announce({}, [await aKey()]))).toBe('not-signed');
		expect(await verify(await announce({}, publisher.held.head))).toBe('not-signed');
		expect(await verify(await announce({}, []))).toBe('not-signed');
	});

	test('signed by a key that was rotated out is not', async () => {
		const { verify, announce, publisher } = await aServer();
		const old = publisher.held.edition;
		await publisher.rotate({ edition: await keys(1) });
		expect(await verify(await announce({}, old))).toBe('not-signed');
	});

	test('cannot be made of another signed file', async () => {
		const { verify, verifyCancel, announcement, publisher, announce } = await aServer();
		const content = await announcement();
		for (const role of ['edition', 'head', 'cancellation'] as const) {
			const file = await signedFile(role, content, publisher.held.edition);
			expect(await verify(file), role).toBe('not-signed');
		}
		expect(await verifyCancel(await announce())).toBe('not-signed');
	});

	test('whose bytes were changed is not believed', async () => {
		const { verify, announce } = await aServer();
		const file = await announce();
		file[file.length - 2] = (file.at(-2) ?? 0) ^ 1;
		expect(await verify(file)).toBe('not-signed');
	});

	test('for another server, or out of its time, is refused and told why', async () => {
		const { verify, announce } = await aServer();
		const code = async (overrides: object) => verify(await announce(overrides));
		expect(await code({ origin: 'http://localhost:4174' })).toBe('wrong-server');
		expect(await code({ expires: '2026-11-24T12:00:00.000Z' })).toBe('announcement-expired');
		expect(await code({ issued: '2026-11-24T12:06:00.000Z' })).toBe('announcement-early');
		expect(await code({ expires: '2026-11-26T12:00:00.001Z' })).toBe('announcement-too-long');
		expect(await code({ expires: '2026-11-26T12:00:00.000Z' })).toBe('ok');
		expect(await code({ severity: 'urgent' })).toBe('malformed-announcement');
		for (const expires of ['2026-11-25T12:00:00.000+00', '2026-11-31T12:00:00.000Z']) {
			expect(await code({ expires }), expires).toBe('malformed-announcement');
		}
	});

	test('carries the proof that phones ask for, or is refused', async () => {
		const { verify, announce, publisher } = await aServer();
		const [key] = publisher.held.edition;
		if (!key) throw new Error('no key');
		const other = await aProof(key, { edition: 1, severity: 'critical' });
		expect(await verify(await announce({ proof: other }))).toBe('bad-proof');
		const stranger = await aProof(await aKey(), { edition: 1, severity: 'routine' });
		expect(await verify(await announce({ proof: stranger }))).toBe('bad-proof');
	});
});

describe('a critical announcement', () => {
	const critical = { severity: 'critical' } as const;

	test('needs two approvers beside the publisher', async () => {
		const { verify, announce, publisher, approvers } = await aServer();
		const { edition } = publisher.held;
		const [a, b] = approvers;
		if (!a || !b) throw new Error('no approvers');
		expect(await verify(await announce(critical))).toBe('too-few-approvers');
		expect(await verify(await announce(critical, [...edition, a]))).toBe('too-few-approvers');
		expect(await verify(await announce(critical, [...edition, a, a]))).toBe('too-few-approvers');
		expect(await verify(await announce(critical, [a, b]))).toBe('not-signed');
		expect(await verify(await announce(critical, [...edition, a, b]))).toBe('ok');
	});

	test('counts a stranger as nobody, and the publisher not twice', async () => {
		const { verify, announce, publisher, approvers } = await aServer();
		const [a] = approvers;
		const [own] = publisher.held.edition;
		if (!a || !own) throw new Error('no keys');
		await publisher.rotate({ approver: [...approvers, own] });
		const signers = [own, a, await aKey()];
		expect(await verify(await announce(critical, signers))).toBe('too-few-approvers');
	});

	test('counts one private key once, whatever encodings a root names it by', async () => {
		const { verify, announce, publisher, approvers } = await aServer();
		const [a] = approvers;
		const { edition } = publisher.held;
		const forms = a && (await otherForms(a));
		if (!forms) throw new Error('no approver');
		for (const [name, again] of Object.entries(forms)) {
			await publisher.rotate({ approver: [...approvers, again] });
			const signers = [...edition, a, again];
			expect(await verify(await announce(critical, signers)), name).toBe('too-few-approvers');
		}
		// nor does the publisher become an approver in disguise
		const [own] = edition;
		const disguised = own && (await otherForms(own)).compressed;
		if (!disguised) throw new Error('no publishing key');
		await publisher.rotate({ approver: [...approvers, disguised] });
		const signers = [...edition, a, disguised];
		expect(await verify(await announce(critical, signers))).toBe('too-few-approvers');
	});

	test('needs two even where a root asks for one', async () => {
		const { circumstances, announce, publisher, approvers } = await aServer();
		const { root } = circumstances();
		const roles = { ...root.roles, approver: { ...root.roles.approver, threshold: 1 } };
		const [a] = approvers;
		const file = await announce(critical, [...publisher.held.edition, ...(a ? [a] : [])]);
		const verified = await verifyAnnouncement(envelope(file), {
			...circumstances(),
			root: { ...root, roles }
		});
		expect(verified).toEqual({ ok: false, code: 'too-few-approvers' });
	});
});

test('a cancellation is believed under the same rules', async () => {
	const { verifyCancel, cancel, publisher } = await aServer();
	expect(await verifyCancel(await cancel())).toBe('ok');
	expect(await verifyCancel(await cancel({ origin: 'https://other.example' }))).toBe(
		'wrong-server'
	);
	expect(await verifyCancel(await cancel({ expires: '2026-11-24T11:00:00.000Z' }))).toBe(
		'announcement-expired'
	);
	const stranger = await signedFile('cancellation', {}, publisher.held.head);
	expect(await verifyCancel(stranger)).toBe('not-signed');
});

describe('the edition that is announced', () => {
	test('is the one that the published head names, with something to tell', async () => {
		const { places, announcement, codeOf, publisher } = await aServer();
		const trusted = await readNewestRoot(places);
		if (!trusted.ok) throw new Error('no root');
		expect(trusted.value.root.version).toBe(publisher.root.version);
		const current = await readCurrentEdition(places, trusted.value, today());
		if (!current.ok) throw new Error(current.code);

		const code = async (overrides: object) =>
			codeOf(checkAnnounced(await announcement(overrides), current.value));
		expect(await code({})).toBe('ok');
		expect(await code({ severity: 'critical' })).toBe('ok');
		expect(await code({ edition: 2 })).toBe('not-this-edition');
		expect(await code({ sha256: 'a'.repeat(64) })).toBe('not-this-edition');

		const changes = current.value.edition.changes.map((it) => ({ ...it, notify: 'none' as const }));
		const silent = { ...current.value, edition: { ...current.value.edition, changes } };
		expect(codeOf(checkAnnounced(await announcement(), silent))).toBe('nothing-to-announce');
		const routine = changes.map((it) => ({ ...it, notify: 'routine' as const }));
		const less = { ...current.value, edition: { ...current.value.edition, changes: routine } };
		const loud = await announcement({ severity: 'critical' });
		expect(codeOf(checkAnnounced(loud, less))).toBe('nothing-to-announce');
	});

	test('is none where phones would not call it current', async () => {
		const { places, publisher, published, write } = await aServer();
		const code = async (now = today()): Promise<string> => {
			const trusted = await readNewestRoot(places);
			if (!trusted.ok) return trusted.code;
			const current = await readCurrentEdition(places, trusted.value, now);
			return current.ok ? 'ok' : current.code;
		};
		expect(await code()).toBe('ok');
		expect(await code(new Date('2026-12-02T00:00:00Z'))).toBe('edition-not-trusted');
		await publisher.publishHead({ edition: published.head.edition }, [await aKey()]);
		write();
		expect(await code()).toBe('edition-not-trusted');
	});

	test('is none where another publisher’s folder is served', async () => {
		const { places } = await aServer();
		const other = aTemporaryFolder();
		await anAnnouncingPublisher(other);
		const trusted = await readNewestRoot({ ...places, publishedDir: other });
		expect(trusted).toEqual({ ok: false, code: 'edition-not-trusted' });
	});
});
