import * as v from 'valibot';
import { Head, Listing, Shard, type Edition } from '#lib/edition/edition.ts';
import type { LanguageTag } from '#lib/edition/language-tags.ts';
import { fail, ok, type Result } from '#lib/edition/result.ts';
import { acceptEdition } from '#lib/trust/accept-edition.ts';
import { sha256Hex, toBytes } from '#lib/trust/bytes.ts';
import { parseEnvelope } from '#lib/trust/envelope.ts';
import { parseVerified } from '#lib/trust/parse-verified.ts';
import { trustedRole, type Root } from '#lib/trust/root.ts';
import { verifySigned } from '#lib/trust/verify-signed.ts';
import type { PassedFiles } from './passed-host.ts';

/** An edition in a file that this phone's keys vouch for, however old it is. */
export interface GenuineEdition {
	readonly edition: Edition;
	readonly sha256: string;
}

/**
 * Whether the publisher signed what is in a file, whatever its age: for a label, never for
 * installing. That is sync's to decide, which also refuses what is older.
 */
export async function verifyPassed(
	root: Root,
	{ proof }: PassedFiles
): Promise<Result<GenuineEdition, 'not-genuine'>> {
	const envelope = parseEnvelope(toBytes(proof.get('head.json') ?? ''));
	if (!envelope.ok) return fail('not-genuine');
	const signed = await verifySigned('head', envelope.value, await trustedRole(root, 'head'));
	const head = signed.ok ? parseVerified(Head, signed.value.bytes) : signed;
	if (!head.ok) return fail('not-genuine');

	const { edition } = head.value;
	const file = toBytes(proof.get(`edition/${edition.sha256}.json`) ?? '');
	const accepted = await acceptEdition(root, edition, file);
	return accepted.ok
		? ok({ edition: accepted.value.edition, sha256: accepted.value.sha256 })
		: fail('not-genuine');
}

/** The hash of one article in a genuine edition, if the file proves it and has the article. */
export async function findPassedArticle(
	{ edition }: GenuineEdition,
	{ proof, lines }: PassedFiles,
	{ lang, id }: { readonly lang: LanguageTag; readonly id: string }
): Promise<string | undefined> {
	const named = edition.languages.find((it) => it.lang === lang)?.listing.sha256;
	const text = proof.get(`listing/${named ?? ''}.json`);
	if (text === undefined || (await sha256Hex(toBytes(text))) !== named) return undefined;
	const listing = parse(Listing, text);
	const shards = new Set(listing?.shards.map(({ sha256 }) => sha256));

	const hashes = await Promise.all(lines.map((line) => sha256Hex(toBytes(line))));
	const entries = lines.flatMap((line, index) =>
		shards.has(hashes[index] ?? '') ? (parse(Shard, line)?.entries ?? []) : []
	);
	const sha256 = entries.find((entry) => entry.id === id)?.sha256;
	return sha256 !== undefined && hashes.includes(sha256) ? sha256 : undefined;
}

/** Text whose hash was verified. What is wrong in it is the publisher's mistake. */
function parse<S extends v.GenericSchema>(schema: S, text: string): v.InferOutput<S> | undefined {
	try {
		return v.parse(schema, JSON.parse(text));
	} catch {
		return undefined;
	}
}
