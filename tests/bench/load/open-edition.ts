import autocannon from 'autocannon';
import * as v from 'valibot';
import { Edition, Head, Listing } from '#lib/edition/edition.ts';
import {
	editionPath,
	HEAD_PATH,
	listingPath,
	packPath,
	PUBLISHED,
	updatePath
} from '#lib/edition/address/published-paths.ts';
import { FIRST_GUIDE } from '../suite.ts';

const CONNECTIONS = 2000;

/** How a crowd was answered. */
export interface Crowd {
	/** Answers other than 2xx, and requests without one: none may be. */
	readonly lost: number;
	/**
	 * Connections that were closed before their next request: a client with thousands takes longer
	 * between two than the server keeps an idle one. A browser asks again by itself.
	 */
	readonly closed: number;
	readonly requests: number;
	readonly bytes: number;
}

/** The files of an edition for a phone that has none, and for one that has the edition before. */
export async function editionPaths(port: number): Promise<{ first: string[]; next: string[] }> {
	const read = async (path: string): Promise<unknown> => {
		const text = await (await fetch(`http://127.0.0.1:${String(port)}${PUBLISHED}${path}`)).text();
		// of a signed file the payload alone
		return JSON.parse(text.slice(text.startsWith('{"type"') ? text.indexOf('\n') + 1 : 0));
	};
	const { edition } = v.parse(Head, await read(HEAD_PATH));
	const { languages } = v.parse(Edition, await read(editionPath(edition.sha256)));
	const english = languages.find(({ lang }) => lang === 'en');
	if (!english || edition.updatesFrom === undefined) throw new Error('There is no edition before');
	const { shards } = v.parse(Listing, await read(listingPath(english.listing.sha256)));
	const first = [
		HEAD_PATH,
		editionPath(edition.sha256),
		...[english.listing, ...shards].map(({ sha256 }) => listingPath(sha256)),
		packPath(english.pack.sha256)
	];
	return { first, next: [HEAD_PATH, updatePath(edition.sha256, edition.updatesFrom, 'en')] };
}

/**
 * So many phones ask for these files and for a page, as many at a time as one client can keep busy: with
 * ten thousand, what is measured is the client.
 */
export async function openEdition(
	port: number,
	paths: readonly string[],
	phones: number
): Promise<Crowd> {
	const addresses = [FIRST_GUIDE, ...paths.map((path) => PUBLISHED + path)];
	const headers = { 'accept-encoding': 'br', 'cache-control': 'no-cache' };
	const result = await autocannon({
		url: `http://127.0.0.1:${String(port)}`,
		connections: CONNECTIONS,
		amount: phones * addresses.length,
		timeout: 60,
		requests: addresses.map((path) => ({ path, headers }))
	});
	const { errors, timeouts, non2xx, requests, throughput } = result;
	return {
		lost: timeouts + non2xx,
		closed: errors - timeouts,
		requests: requests.total,
		bytes: throughput.total
	};
}
