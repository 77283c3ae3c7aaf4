import { DAY_MS } from '#lib/edition/durations.ts';
import {
	readNewestRoot,
	readPublishedEdition,
	type TrustPlaces
} from './read-published-edition.ts';

/** When one signed file of the edition ends. */
export interface Expiry {
	readonly what: 'root' | 'edition' | 'head';
	readonly version: number;
	/** ISO instant. */
	readonly expires: string;
	/** With fractions; below zero when it is over. */
	readonly daysLeft: number;
}

/**
 * When what is published ends, as a phone sees it: verified from the anchor of this build on.
 * `undefined` where it does not verify or cannot be read, which is worse than any day.
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
		// the disk fails: the page about it must not fail, too
		return;
	}
}
