import type { Site } from '../../build/site/site-file.ts';
import { cityCouncil } from './city-council.ts';
import { federalRegister } from './federal-register.ts';
import type { LawFeed } from './law-document.ts';
import { stateSenate } from './state-senate.ts';

/** Who gives the keys of a register, and the environment's name for it. */
export interface MissingKey {
	readonly register: string;
	readonly variable: 'LEGISTAR_TOKEN' | 'OPENLEG_KEY';
}

type Key = (name: MissingKey['variable']) => string | undefined;

/** The site's registers that can be read with these keys, and those whose key is not there. */
export function lawFeeds(
	key: Key,
	{ council, senate }: Site['registers']
): { feeds: LawFeed[]; missing: MissingKey[] } {
	const feeds = [federalRegister];
	const missing: MissingKey[] = [];
	if (council) {
		const token = key('LEGISTAR_TOKEN');
		if (token) feeds.push(cityCouncil(token, council));
		else missing.push({ register: 'City Council', variable: 'LEGISTAR_TOKEN' });
	}
	if (senate) {
		const secret = key('OPENLEG_KEY');
		if (secret) feeds.push(stateSenate(secret, senate));
		else missing.push({ register: 'State Senate', variable: 'OPENLEG_KEY' });
	}
	return { feeds, missing };
}
