import { hasExpired } from '#lib/edition/dates.ts';
import type { Severity } from '#lib/push/notice.ts';
import type { Io } from '../base/io.ts';
import { loadSigner, type Signer } from '../keys/load-signer.ts';
import { readPublished, type Published } from '../publish/read-published.ts';
import { Refusal } from '../base/refusal.ts';
import { isSignedFor } from '../keys/sign-file.ts';
import { sha256 } from '../base/text-hash.ts';
import { askHead } from './ask-server.ts';
import { mayAnnounce, announceableChanges, type ChangeEntry } from './announceable-changes.ts';
import type { AnnounceOptions } from './announce-options.ts';

/** An edition to announce or to take back, the publisher's keys, and the server to tell. */
export interface SignedEdition {
	readonly published: Published;
	readonly signer: Signer;
	readonly version: number;
	/** Of the payload, as heads name it. */
	readonly sha256: string;
	readonly to: string;
}

/** Loads the edition of the published folder. Refuses one that the given keys did not sign. */
export async function loadSignedEdition(options: AnnounceOptions, io: Io): Promise<SignedEdition> {
	const { content, keys, out, edition } = options;
	const published = readPublished(out);
	if (!published) throw new Refusal(`Nothing was published in ${out}. Run: npm run edition:build`);
	const { version, publisher } = published.edition.content;
	if (edition !== undefined && edition !== version) {
		throw new Refusal(`${out} holds edition ${String(version)}, not ${String(edition)}.`);
	}
	const to = (options.to ?? publisher.address).replace(/\/+$/, '');
	if (!/^https?:\/\/[^/\s]+(\/[\w.-]+)*$/.test(to)) {
		throw new Refusal(`"${to}" is not an address of the app, such as https://example.org.`);
	}
	const signer = await loadSigner({ content, keys, passphrase: io.passphrase, now: io.now() });
	if (!(await isSignedFor('edition', published.edition.file, signer.root))) {
		throw new Refusal(`The edition in ${out} is not signed by these keys. Build it again.`);
	}
	return { published, signer, version, sha256: sha256(published.edition.payload), to };
}

/** The changes that are announced. Refuses an edition without one of this severity. */
export function requireChanges(
	{ published, version }: SignedEdition,
	out: string,
	severity: Severity
): readonly ChangeEntry[] {
	const changes = announceableChanges(published, out);
	if (mayAnnounce(changes, severity)) return changes;
	throw new Refusal(
		`Edition ${String(version)} has no new major change with "notify: ${severity}": nothing to tell.`
	);
}

/** Phones follow the server's head: what it does not name, they cannot show. */
export async function requireHead(
	{ signer, version, sha256: hash, to }: SignedEdition,
	io: Io
): Promise<void> {
	const { edition, expires } = await askHead(to, signer.root, io);
	if (edition.sha256 !== hash || edition.version !== version) {
		throw new Refusal(
			`The head at ${to} names edition ${String(edition.version)}, not this one. Publish it first.`
		);
	}
	if (!hasExpired(expires, io.now())) return;
	throw new Refusal(`The head at ${to} has expired. Renew it, publish, and announce then.`);
}
