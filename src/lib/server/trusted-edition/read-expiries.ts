import { DAY_MS } from '#lib/edition/durations.ts';
import {
	readNewestRoot,
	readPublishedEdition,
	type TrustPlaces
} from './read-published-edition.ts';

/** When one of the signed files expires. */
export interface Expiry {
	readonly what: 'root' | 'edition' | 'head';
	readonly version: number;
	/** ISO instant. */
	readonly expires: string;
	/** With fractions; negative when it has expired. */
	readonly daysLeft: number;
}

/**
 * When root, edition and head expire, verified as a phone would, from the anchor of this build.
 * `undefined` if they do not verify or cannot be read, which is worse than an expiry.
 */
export async function readExpiries(
	places: TrustPlaces,
	now: Date
): Promise<readonly Expiry[] | undefined> {
	const expiry = (what: Expiry['what'], it: { version: number; expires: string }): Expiry => {
		const daysLeft = (Date.parse(it.expires) - now.getTime()) / DAY_MS;
		return { what, version: it.version, expires: it.expires, daysLeft };
	};
	try {
		const trusted = await readNewestRoot(places);
		if (!trusted.ok) return;
		const published = await readPublishedEdition(places, trusted.value);
		if (!published.ok) return;
		const { head, edition } = published.value;
		return [expiry('root', trusted.value.root), expiry('edition', edition), expiry('head', head)];
	} catch {
		// the disk fails: the operator's page, which shows that, must not fail with it
		return;
	}
}
