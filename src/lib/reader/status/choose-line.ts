import type { PhoneFacts, PublisherChange } from '#lib/phone/facts.ts';
import type { StatusLineState } from '../state/status-line.ts';

/** The facts that the line is chosen from: some about the phone, some about the page. */
export interface LineFacts extends Pick<
	PhoneFacts,
	| 'lang'
	| 'progress'
	| 'outcome'
	| 'isFull'
	| 'readiness'
	| 'hasStandIn'
	| 'freshness'
	| 'publisherChange'
> {
	readonly hasNewApp: boolean;
	readonly hasLostNotices: boolean;
	/** The text of the article on screen differs in the edition that has just been installed. */
	readonly isShownChanged: boolean;
}

/**
 * Chooses the most urgent thing to say, in this order: that the texts are somebody else's now, what is
 * wrong with the page on screen, what blocks new guidance, what is in progress, how far to rely on the
 * edition, and that all is well.
 */
export function chooseLine(facts: LineFacts): StatusLineState | undefined {
	// before a word of the new edition is read
	const { publisherChange } = facts;
	if (publisherChange && !isVouchedFor(publisherChange)) return publisherChange;
	if (facts.isShownChanged) return { kind: 'guidance-changed' };
	const first = lineOfOutcome(facts) ?? lineOfProgress(facts);
	// the texts may have found room, and the code not: without it nothing opens offline
	return first ?? (facts.isFull ? { kind: 'storage-full' } : lineOfEdition(facts));
}

function lineOfOutcome({ hasStandIn, outcome, readiness }: LineFacts): StatusLineState | undefined {
	switch (outcome?.status) {
		case 'storage':
			return { kind: outcome.code === 'storage-full' ? 'storage-full' : 'storage-denied' };
		case 'needs-app-update':
			return { kind: 'needs-app-update' };
		case 'rejected':
			// not called refused: nothing was altered, only the app's root expired, and the date is shown
			return outcome.code === 'root-expired' ? undefined : { kind: 'rejected', code: outcome.code };
		case 'offline':
			return hasText(readiness) || hasStandIn ? undefined : { kind: 'offline-first' };
		case 'switched':
		case 'already-current':
		case 'busy':
		case undefined:
			return undefined;
	}
}

function lineOfProgress({ progress }: LineFacts): StatusLineState | undefined {
	if (!progress || progress.done >= progress.total) return undefined;
	return { kind: 'saving', done: progress.done, total: progress.total };
}

function lineOfEdition({
	freshness,
	hasLostNotices,
	hasNewApp,
	publisherChange,
	readiness
}: LineFacts): StatusLineState | undefined {
	if (readiness?.isDamaged) return { kind: 'damaged' };
	switch (freshness?.state) {
		case 'behind':
		case 'clock-wrong':
			return { kind: freshness.state };
		case 'unconfirmed':
			// shown also offline, until an edition is accepted again
			if (freshness.refused) return { kind: 'rejected', code: freshness.refused };
			return freshness.since ? { kind: 'unconfirmed', since: freshness.since } : undefined;
		case 'current':
		case undefined:
	}
	if (publisherChange) return publisherChange;
	if (hasLostNotices) return { kind: 'notices-stopped' };
	if (hasNewApp) return { kind: 'new-app' };
	if (!readiness?.areGuidesSaved) return undefined;
	const { ready, whole, total, checkedAt } = readiness;
	return ready ? { kind: 'ready', whole, total, checkedAt } : { kind: 'saved', whole, total };
}

/** Keys that those before have signed in: less than what is wrong, and more than that all is well. */
const isVouchedFor = (change: PublisherChange): boolean =>
	change.kind === 'new-keys' && change.areVouchedFor;

const hasText = (readiness: LineFacts['readiness']): boolean => (readiness?.whole ?? 0) > 0;
