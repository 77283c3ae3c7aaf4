import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { editionPath, HEAD_PATH, rootVersionOf } from '#lib/edition/address/published-paths.ts';
import { payloadOf } from '../keys/anchor-file.ts';
import { readPublished, type Published } from '../publish/read-published.ts';
import { Refusal } from '../base/refusal.ts';
import { checkCopies } from './check-copies.ts';
import { folderFiles, type PublishedFiles } from './folder-files.ts';
import type { VerifiedFolder } from './verify-files.ts';

/** Refuses a host's folder over which this edition must not be put: phones have seen what is there. */
export function refuseTarget(
	published: Published & Pick<VerifiedFolder, 'files'>,
	out: string,
	target: string
): void {
	const [ours, theirs] = [folderFiles(out), folderFiles(target)];
	refuseOtherRoots(ours, theirs, target);
	refuseOtherAddress(published, out, target);
	refuseOlder(published, target);
	// our own files bring their own copies: these would stay beside files of ours, and be sent for them
	const left = [HEAD_PATH, ...published.files].filter((path) => !ours.read(`${path}.br`));
	for (const problem of checkCopies(theirs, left, ours))
		throw new Refusal(`In ${target}: ${problem}`);
}

/** A root never changes under its name: phones that walked the other ones could not go on. */
function refuseOtherRoots(ours: PublishedFiles, theirs: PublishedFiles, target: string): void {
	for (const path of ours.paths().filter((it) => rootVersionOf(it) !== undefined)) {
		const [own, there] = [ours, theirs].map((it) => payloadOf(it.read(path) ?? new Uint8Array()));
		if (there === undefined || there === own) continue;
		throw new Refusal(
			`${target} holds the edition of another publisher, or of demo keys: ${path} is another root ` +
				'there. If it is to be given up, move that folder away first.'
		);
	}
}

/** Phones would refuse it, and the ones that come new would be given old text. */
export function refuseOlder({ head, edition }: Published, target: string): void {
	const there = readPublished(target);
	if (!there) return;
	const [number, before] = [edition.content.version, there.edition.content.version];
	if (number < before || head.content.version < there.head.content.version) {
		throw new Refusal(`${target} holds a later edition or head than this one.`);
	}
	const what =
		number === before && edition.payload !== there.edition.payload
			? `edition with the number ${String(number)}`
			: head.content.version === there.head.content.version && head.payload !== there.head.payload
				? `head with the number ${String(head.content.version)}`
				: undefined;
	if (what === undefined) return;
	throw new Refusal(
		`${target} holds another ${what}: phones that saw it would refuse this one. ` +
			'Build from a copy of that folder.'
	);
}

/**
 * Two sites with one set of keys: phones of the one would be given the other. Whoever has moved built on
 * what is there, so that `build` asked them.
 */
function refuseOtherAddress({ edition }: Published, out: string, target: string): void {
	const there = readPublished(target);
	if (!there) return;
	const [own, theirs] = [edition, there.edition].map((it) => it.content.publisher.address);
	const isBuiltOn = existsSync(join(out, editionPath(there.head.content.edition.sha256)));
	if (own === theirs || isBuiltOn) return;
	throw new Refusal(
		`${target} holds the edition of ${theirs}, and this one is of ${own}. Publish it elsewhere; ` +
			'or, if you have moved, build it from a copy of that folder, with --new-address.'
	);
}
