import type { AnnouncementState } from '#lib/push/announcement-answer.ts';
import type { Severity } from '#lib/push/notice.ts';
import type { SenderStatus } from '#lib/server/sender/lanes/sender-status.ts';
import type { Expiry } from '#lib/server/trusted-edition/read-expiries.ts';

/** Everything that an operator may see: numbers, and nothing about a single phone. */
export interface Overview {
	readonly subscriptions: number;
	readonly maxSubscriptions: number;
	/** Hosts that are stored under each suffix of the allow-list. */
	readonly pushHosts: readonly { readonly suffix: string; readonly count: number }[];
	/** How many there may be under one suffix. */
	readonly maxPushHosts: number;
	/** Subscriptions that get no messages, because push services refused several as malformed. */
	readonly quarantined: number;
	/** Months in which subscriptions were made, and last seen: `2026-11`, newest first. */
	readonly months: readonly MonthCount[];
	readonly announcements: readonly AnnouncementProgress[];
	/** When root, edition and head expire. `undefined`: phones would refuse what is published. */
	readonly expiries: readonly Expiry[] | undefined;
	/** The status of the sender in this process, if there is one. */
	readonly sender: SenderStatus | undefined;
}

export interface MonthCount {
	readonly month: string;
	readonly created: number;
	readonly lastSeen: number;
}

export interface AnnouncementProgress {
	readonly edition: number;
	readonly severity: Severity;
	readonly state: AnnouncementState;
	/** ISO instants. */
	readonly sendsAt: string;
	readonly expiresAt: string;
	/** Not finished in the time that `WATCHDOG_MINUTES` allows. */
	readonly isLate: boolean;
	/** Deliveries by how they ended (`sent`, `gone` …), and those that have not (`pending`). */
	readonly deliveries: Readonly<Record<string, number>>;
}
