import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rootPath } from '#lib/edition/address/published-paths.ts';
import type { Edition } from '#lib/edition/edition.ts';
import { Refusal } from '../base/refusal.ts';
import { payloadOf } from '../keys/anchor-file.ts';
import type { SignedRoot } from '../keys/roots.ts';
import type { Published } from './read-published.ts';

/** Who is about to build into a folder. */
export interface Builder {
	readonly out: string;
	readonly isDemo: boolean;
	readonly roots: readonly SignedRoot[];
	readonly publisher: Pick<Edition['publisher'], 'name' | 'address'>;
	/** Ids of the articles that the next edition will have. */
	readonly articles: readonly string[];
	/** The publisher says that its address is another one now. */
	readonly isMoved: boolean;
}

/**
 * Refuses to build on another publisher's edition: the next one would call all articles of that one
 * withdrawn, and its numbers would go on from there. Who a publisher is, its roots say; and its address,
 * where two sites have one set of keys.
 */
export function refuseOtherPublisher(published: Published, builder: Builder): void {
	const { publisher, version } = published.edition.content;
	const { out, isDemo, isMoved } = builder;
	if (publisher.isDemo !== isDemo) throw new Refusal(otherKind(version, builder));
	const hasOtherRoots = builder.roots.some((root) => isOtherRoot(root, out));
	const isElsewhere = !isSameAddress(publisher.address, builder.publisher.address);
	const remedy = isDemo
		? isOtherDemo(published, builder, { hasOtherRoots, isElsewhere }) && ofDemo(out)
		: hasOtherRoots
			? ofRoots(out, version)
			: isElsewhere && !isMoved && ofAddress;
	if (remedy === false) return;
	const [there, here] = [nameOf(publisher), nameOf(builder.publisher)];
	throw new Refusal(
		`${out} holds edition ${String(version)} of ${there}, and this one would be of ${here}.\n${remedy}`
	);
}

const ELSEWHERE = '    If these are two sites: build this one elsewhere, with --out DIR.';
const ofDemo = (out: string): string =>
	`${ELSEWHERE}\n    If it is one site, or you need what is there no more: delete ${out}. Nobody reads demo editions.`;
const ofRoots = (out: string, version: number): string =>
	`Its root keys are others.\n${ELSEWHERE}
    If all your keys are new: move ${out} away, and build with --version ${String(version + 1)}.`;
const ofAddress = `${ELSEWHERE}\n    If your address is another one now: pass --new-address, this once.`;

const nameOf = ({ name, address }: Builder['publisher']): string => `"${name}" at ${address}`;

const isSameAddress = (one: string, other: string): boolean =>
	one.replace(/\/+$/, '') === other.replace(/\/+$/, '');

/** Numbers, change notes and withdrawals would refer to articles that no reader ever got. */
function otherKind(version: number, { out, isDemo }: Builder): string {
	const number = String(version);
	return isDemo
		? `${out} holds edition ${number} of your own keys, and these are demo keys.
    To go on: name your keys with --keys.
    To try something: build elsewhere, with --out DIR.`
		: `${out} holds demo edition ${number}, and these keys are your own.
    If this is your first edition: delete ${out} and build again with --version 1.
    If you have published before: delete ${out} and copy the folder "published" of your host there.`;
}

/**
 * Whoever tries things out gives a demo site another name or address, replaces all of its texts, or
 * deletes its keys: none of these alone makes it another site, and two of them do.
 */
function isOtherDemo(
	{ edition, articles }: Published,
	builder: Builder,
	{ hasOtherRoots, isElsewhere }: { hasOtherRoots: boolean; isElsewhere: boolean }
): boolean {
	const isRenamed = isElsewhere || edition.content.publisher.name !== builder.publisher.name;
	const here = new Set(builder.articles);
	const hasOtherTexts = articles.length > 0 && !articles.some((id) => here.has(id));
	return [hasOtherRoots, isRenamed, hasOtherTexts].filter(Boolean).length > 1;
}

/** A root that phones may have seen never changes under its number. */
function isOtherRoot({ root, file }: SignedRoot, out: string): boolean {
	const path = join(out, rootPath(root.version));
	if (!existsSync(path)) return false;
	return payloadOf(new Uint8Array(readFileSync(path))) !== payloadOf(file);
}
