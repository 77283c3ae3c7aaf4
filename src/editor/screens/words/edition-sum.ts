import type { NextEdition } from '../../core/contract/dashboard.ts';
import type { Say } from './say.ts';

/** How much of the next edition is new, in a sentence or two. */
export function sumOf(say: Say, { against, changed }: NextEdition): string {
	// there is nothing that it could differ from
	if (against === undefined) return say('edition_first');
	const differs =
		changed.length === 0 ? say('edition_same') : say('edition_changed', { count: changed.length });
	return `${say('edition_against', { number: against })} ${differs}`;
}
