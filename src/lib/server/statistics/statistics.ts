/** Numbers for the operator. Never an endpoint, and no time finer than a month. */
export interface Statistics {
	/** Subscriptions by the month that they were made in, and last seen in: `2026-11`. Oldest first. */
	readonly countByMonth: () => Promise<
		readonly { readonly created: string; readonly lastSeen: string; readonly count: number }[]
	>;
	/** How many subscriptions are bound to each VAPID key: a key with none can be thrown away. */
	readonly countByVapidKey: () => Promise<
		readonly { readonly vapidKeyId: string; readonly count: number }[]
	>;
	/** How many hosts are known under each suffix that lets hosts in. */
	readonly countHosts: () => Promise<
		readonly { readonly suffix: string; readonly count: number }[]
	>;
	/** How many are left out of sending, because three messages to them were refused as malformed. */
	readonly countQuarantined: () => Promise<number>;
}
