import type { PhoneFacts } from '#lib/phone/facts.ts';
import type { Arrival } from '#lib/reader/state/status-line.ts';

/** How it stands with the texts of the page's language, where they are not here. */
export function arrivalOf({
	isSlow,
	isSyncing,
	outcome
}: Pick<PhoneFacts, 'isSlow' | 'isSyncing' | 'outcome'>): Arrival {
	const isUnderWay = isSyncing || outcome === undefined || outcome.status === 'busy';
	if (isUnderWay) return isSlow ? 'slow' : 'getting';
	// here: the page is about to be read anew
	if (outcome.status === 'switched' || outcome.status === 'already-current') return 'getting';
	return outcome.status === 'offline' ? 'offline' : 'failed';
}
