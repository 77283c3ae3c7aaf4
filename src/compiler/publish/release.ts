import { instantMs } from '#lib/edition/dates.ts';
import { DAY_MS } from '#lib/edition/durations.ts';
import {
	releaseContent,
	type CompiledContent,
	type CompiledEdition
} from '../compile/compile-edition.ts';
import type { Published } from './read-published.ts';
import { Refusal } from '../base/refusal.ts';

/** docs/formats.md: an edition with less than this left is issued again, though nothing changed. */
const REISSUE_DAYS = 14;

export interface ReleaseOptions {
	readonly now: Date;
	/** The newest root. */
	readonly root: number;
	readonly isDemo: boolean;
	/** The lowest version that apps accept. */
	readonly floor: number;
	readonly published: Published | undefined;
	/** Phones under the newest root accept the published edition as it is. */
	readonly isStillSigned: boolean;
	readonly version?: number | undefined;
	readonly issued?: Date | undefined;
	readonly expiresDays?: number | undefined;
}

/** `isKept`: the published edition says all this already, and keeps its file and signature. */
export interface ReleaseDecision {
	readonly compiled: CompiledEdition;
	readonly isKept: boolean;
}

/** The same content keeps number and date; changed content gets the next number, and now. */
export function decideRelease(content: CompiledContent, wishes: ReleaseOptions): ReleaseDecision {
	const { published, isStillSigned, version, issued, now, root, isDemo, expiresDays } = wishes;
	const previous = published && {
		edition: published.edition.content,
		articles: published.articles
	};
	const release = (number: number, on: Date, under: number, days: number | undefined) =>
		releaseContent(content, {
			...{ version: number, issued: on, root: under, isDemo, previous, expiresDays: days }
		});

	if (previous && version === undefined && isStillSigned) {
		const { edition } = previous;
		const on = new Date(edition.issued);
		const expires = instantMs(edition.expires);
		const days = expiresDays ?? (expires - on.getTime()) / DAY_MS;
		const same = release(edition.version, issued ?? on, edition.root, days);
		const isSame = same.payload === published.edition.payload;
		const isFresh = expires - now.getTime() > REISSUE_DAYS * DAY_MS;
		if (isSame && isFresh) return { compiled: same, isKept: true };
	}

	const next = version ?? (previous?.edition.version ?? 0) + 1;
	// made again under its number, an edition names the root that it was first made under
	const under = next === previous?.edition.version ? previous.edition.root : root;
	const compiled = release(next, issued ?? now, under, expiresDays);
	const isKept = isStillSigned && compiled.payload === published?.edition.payload;
	if (!isKept) refuseRollback(next, wishes);
	return { compiled, isKept };
}

/** What phones would refuse is not made: a lower number, or the same one with other content. */
function refuseRollback(version: number, { published, floor }: ReleaseOptions): void {
	const before = published?.edition.content.version ?? 0;
	if (version < floor) {
		throw new Refusal(`Apps accept no edition below ${String(floor)}: pass a higher --version.`);
	}
	if (version > before) return;
	const what = version < before ? 'A later edition' : 'Another edition with this number';
	throw new Refusal(`${what} was published there. To look at an old one, pass another --out.`);
}
