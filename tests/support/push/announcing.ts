import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Announcement, Cancellation } from '#lib/push/announcement.ts';
import { noticePayload } from '#lib/push/notice.ts';
import { toBase64Url, toBytes, type Bytes } from '#lib/trust/signed/bytes.ts';
import { signedMessage } from '#lib/trust/signed/envelope.ts';
import { ECDSA } from '#lib/trust/signed/root.ts';
import { aPublisher, TODAY, type Published, type Publisher } from '../publisher/publisher.ts';
import { keys, signedFile, type TestKey } from '../publisher/publisher-keys.ts';

export const ORIGIN = 'http://localhost:4173';
const DAY_MS = 86_400_000;

/** A publisher with approvers, whose edition in a folder has a change to announce. */
export interface AnnouncingPublisher {
	readonly publisher: Publisher;
	readonly published: Published;
	readonly approvers: readonly TestKey[];
	/** Writes the current files of the publisher into the folder. */
	readonly write: () => void;
	readonly announcement: (overrides?: Partial<Announcement>) => Promise<Announcement>;
	/** Makes a signed announcement; the default signer is the publishing key. */
	readonly announce: (
		overrides?: Partial<Announcement>,
		signers?: readonly TestKey[]
	) => Promise<Bytes>;
	readonly cancel: (overrides?: Partial<Cancellation>) => Promise<Bytes>;
}

export async function anAnnouncingPublisher(folder: string): Promise<AnnouncingPublisher> {
	const publisher = await aPublisher();
	const approvers = await keys(3);
	await publisher.rotate({ approver: approvers });
	const change = { slug: 'a', date: '2026-11-24', articles: [] };
	const published = await publisher.publish({
		edition: { changes: [{ ...change, importance: 'major', notify: 'critical' }] }
	});
	const write = (): void => {
		for (const [path, bytes] of publisher.files) {
			mkdirSync(dirname(join(folder, path)), { recursive: true });
			writeFileSync(join(folder, path), bytes);
		}
	};
	write();
	const { edition, ref } = published;
	const dates = {
		origin: ORIGIN,
		issued: TODAY,
		expires: new Date(Date.parse(TODAY) + DAY_MS).toISOString()
	};
	const announcement = async (overrides: Partial<Announcement> = {}): Promise<Announcement> => {
		const notice = { edition: edition.version, severity: 'routine', ...overrides } as const;
		const [key] = publisher.held.edition;
		if (!key) throw new Error('A publisher has an edition key');
		const proof = await aProof(key, notice);
		return { ...dates, sha256: ref.sha256, proof, ...notice };
	};

	return {
		...{ publisher, published, approvers, write, announcement },
		announce: async (overrides, signers = publisher.held.edition) =>
			signedFile('announcement', await announcement(overrides), signers),
		cancel: (overrides) => {
			const content = { ...dates, edition: edition.version, sha256: ref.sha256, ...overrides };
			return signedFile('cancellation', content, publisher.held.edition);
		}
	};
}

/** The proof that phones check: a signature over the number of an edition and a severity. */
export async function aProof(
	{ privateKey }: TestKey,
	notice: Pick<Announcement, 'edition' | 'severity'>
): Promise<string> {
	const message = signedMessage('notice', toBytes(noticePayload(notice)));
	return toBase64Url(new Uint8Array(await crypto.subtle.sign(ECDSA, privateKey, message)));
}
