/** Numbers for the operator: no endpoints, and no dates finer than a month. */
export interface Statistics {
	/** Subscriptions by the months when they were made and last seen, such as `2026-11`. Oldest first. */
	readonly countByMonth: () => Promise<
		readonly { readonly created: string; readonly lastSeen: string; readonly count: number }[]
	>;
	/** How many subscriptions are bound to each VAPID key. A key with none can be deleted. */
	readonly countByVapidKey: () => Promise<
		readonly { readonly vapidKeyId: string; readonly count: number }[]
	>;
	/** How many hosts are stored under each suffix of the allow-list. */
	readonly countHosts: () => Promise<
		readonly { readonly suffix: string; readonly count: number }[]
	>;
	/** How many subscriptions get no messages, because three in a row were refused as malformed. */
	readonly countQuarantined: () => Promise<number>;
}
