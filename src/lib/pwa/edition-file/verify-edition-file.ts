import * as v from 'valibot';
import { Head, Listing, Shard, type Edition } from '#lib/edition/edition.ts';
import type { LanguageTag } from '#lib/edition/language-tags.ts';
import { editionPath, HEAD_PATH, listingPath } from '#lib/edition/address/published-paths.ts';
import { fail, ok, type Result } from '#lib/edition/result.ts';
import type { FileContents } from '#lib/phone/edition-files.ts';
import { acceptEdition } from '#lib/trust/accept-edition.ts';
import { sha256Hex, toBytes } from '#lib/trust/signed/bytes.ts';
import { parseEnvelope } from '#lib/trust/signed/envelope.ts';
import { parseVerified } from '#lib/trust/signed/parse-verified.ts';
import { trustedRole, type Root } from '#lib/trust/signed/root.ts';
import { verifySigned } from '#lib/trust/signed/verify-signed.ts';

/** An edition in a file that this phone's keys vouch for, however old it is. */
export interface GenuineEdition {
	readonly edition: Edition;
	readonly sha256: string;
}

/**
 * Whether the publisher signed what is in a file, whatever its age: for a label, never for
 * installing. That is sync's to decide, which also refuses what is older.
 */
export async function verifyEditionFile(
	root: Root,
	{ proof }: FileContents
): Promise<Result<GenuineEdition, 'not-genuine'>> {
	const envelope = parseEnvelope(toBytes(proof.get(HEAD_PATH) ?? ''));
	if (!envelope.ok) return fail('not-genuine');
	const signed = await verifySigned('head', envelope.value, await trustedRole(root, 'head'));
	const head = signed.ok ? parseVerified(Head, signed.value.bytes) : signed;
	if (!head.ok) return fail('not-genuine');

	const { edition } = head.value;
	const file = toBytes(proof.get(editionPath(edition.sha256)) ?? '');
	const accepted = await acceptEdition(root, edition, file);
	return accepted.ok
		? ok({ edition: accepted.value.edition, sha256: accepted.value.sha256 })
		: fail('not-genuine');
}

/** A member of a signed listing whose text is in the file. */
export interface FileMember {
	readonly id: string;
	readonly sha256: string;
	readonly text: string;
}

/**
 * What of a genuine edition's listing is in a file, text by text; `isWhole` if nothing of the
 * listing is missing. A text that no listing names is left out.
 */
export async function membersInFile(
	{ edition }: GenuineEdition,
	{ proof, lines }: FileContents,
	lang: LanguageTag
): Promise<{ readonly members: readonly FileMember[]; readonly isWhole: boolean }> {
	const named = edition.languages.find((it) => it.lang === lang)?.listing.sha256;
	const listed = proof.get(listingPath(named ?? ''));
	if (listed === undefined || (await sha256Hex(toBytes(listed))) !== named)
		return { members: [], isWhole: false };
	const shards = parse(Listing, listed)?.shards ?? [];

	const hashes = await Promise.all(lines.map((line) => sha256Hex(toBytes(line))));
	const byHash = new Map(lines.map((line, index) => [hashes[index] ?? '', line]));
	const texts = shards.flatMap(({ sha256 }) => byHash.get(sha256) ?? []);
	const entries = texts.flatMap((text) => parse(Shard, text)?.entries ?? []);
	const members = entries.flatMap(({ id, sha256 }): FileMember[] => {
		const text = byHash.get(sha256);
		return text === undefined ? [] : [{ id, sha256, text }];
	});
	return { members, isWhole: texts.length === shards.length && members.length === entries.length };
}

/** Text whose hash was verified. What is wrong in it is the publisher's mistake. */
function parse<S extends v.GenericSchema>(schema: S, text: string): v.InferOutput<S> | undefined {
	try {
		return v.parse(schema, JSON.parse(text));
	} catch {
		return undefined;
	}
}
