import type { Card } from '#lib/edition/card.ts';
import { STATUSES, type Status } from '#lib/edition/vocabulary.ts';
import type { IconName } from '#lib/ui/icons.ts';
import type { PlainKey } from '../text/message-keys.ts';

interface StatusLook {
	readonly label: PlainKey;
	readonly icon: IconName;
	/** How settled a rule with this status is. Chooses the colour, which is never the only sign. */
	readonly tone: 'settled' | 'wait' | 'stop' | 'gone';
}

export const statusLooks: Record<Status, StatusLook> = {
	in_force: { label: 'status_in_force', icon: 'check', tone: 'settled' },
	in_force_challenged: { label: 'status_in_force_challenged', icon: 'clock', tone: 'wait' },
	partly_blocked: { label: 'status_partly_blocked', icon: 'half', tone: 'wait' },
	blocked: { label: 'status_blocked', icon: 'no', tone: 'stop' },
	announced: { label: 'status_announced', icon: 'clock', tone: 'gone' },
	proposed: { label: 'status_proposed', icon: 'paper', tone: 'gone' },
	replaced: { label: 'status_replaced', icon: 'swap', tone: 'gone' },
	withdrawn: { label: 'status_withdrawn', icon: 'close', tone: 'gone' },
	ended: { label: 'status_ended', icon: 'close', tone: 'gone' },
	not_law: { label: 'status_not_law', icon: 'paper', tone: 'gone' },
	unclear: { label: 'status_unclear', icon: 'help', tone: 'wait' }
};

/** The directive with the least settled status among those with these slugs. */
export function leastSettled(slugs: readonly string[], cards: readonly Card[]): Card | undefined {
	const directives = cards.filter(({ kind, slug }) => kind === 'directive' && slugs.includes(slug));
	for (const status of STATUSES) {
		const found = directives.find((card) => card.status === status);
		if (found) return found;
	}
	return undefined;
}
