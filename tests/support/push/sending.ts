import { join } from 'node:path';
import { onTestFinished, vi } from 'vitest';
import { createMessageBodies } from '#lib/server/web-push/message-bodies.ts';
import { openPushClient } from '#lib/server/web-push/push-client.ts';
import {
	PushSender,
	type RunningSender,
	type SenderPorts
} from '#lib/server/sender/push-sender.ts';
import type { SenderEvent } from '#lib/server/sender/outcomes/sender-event.ts';
import { SENDER_LIMITS, type SenderLimits } from '#lib/server/sender/lanes/sender-limits.ts';
import { loadVapidKeys, type VapidKeys } from '#lib/server/web-push/vapid-keys.ts';
import { createVapidSigner } from '#lib/server/web-push/vapid-signer.ts';
import type { Store, StoreSettings } from '#lib/server/store/store.ts';
import { ok } from '#lib/edition/result.ts';
import { PushService, type PushReply, type ScriptedSubscription } from './push-service.ts';
import { advanceFully, anAnnouncement, anOpenStore } from '../server/stores.ts';
import { aTemporaryFolder } from '../publisher/temporary-folder.ts';

/** The address that notices of these tests open. */
export const APP_ORIGIN = 'https://handrail.example';

/** A push service. It is closed when the test ends. */
export async function aPushService(
	options: Parameters<typeof PushService.open>[0] = {}
): Promise<PushService> {
	const service = await PushService.open(options);
	onTestFinished(() => service.close());
	return service;
}

/**
 * A real store, VAPID keys and a sender. The push services of a test listen on ports of this machine, so
 * any endpoint is allowed. `clock.skewMs` moves the clock.
 */
export class Sending {
	readonly store: Store;
	readonly keys: VapidKeys;
	readonly clock: { skewMs: number };
	readonly events: SenderEvent[] = [];
	#tokens = 0;

	private constructor(store: Store, clock: { skewMs: number }, keys: VapidKeys) {
		this.store = store;
		this.clock = clock;
		this.keys = keys;
	}

	static async open(
		settings?: StoreSettings,
		keys = loadVapidKeys(aTemporaryFolder())
	): Promise<Sending> {
		const clock = { skewMs: 0 };
		const databaseFile = join(aTemporaryFolder(), 'handrail.sqlite');
		const store = await anOpenStore(settings ?? { databaseFile }, () => clock.skewMs);
		return new Sending(store, clock, keys);
	}

	/** Subscribes a phone at a push service, which answers its messages with `replies` in order. */
	async subscribe(
		service: PushService,
		replies: readonly PushReply[] = [],
		overrides: Partial<ScriptedSubscription> = {}
	): Promise<ScriptedSubscription> {
		const made = service.subscribe(overrides.vapidKeyId ?? this.keys.current.keyId, ...replies);
		const row = { ...made, ...overrides };
		this.#tokens += 1;
		await this.store.subscriptions.save({
			endpoint: row.endpoint,
			keys: { p256dh: row.p256dh, auth: row.auth },
			vapidKeyId: row.vapidKeyId,
			token: String(this.#tokens).padStart(43, 't')
		});
		return made;
	}

	/** Subscribes many phones, all with the same replies. */
	async subscribeMany(
		service: PushService,
		count: number,
		...replies: PushReply[]
	): Promise<ScriptedSubscription[]> {
		return Promise.all(Array.from({ length: count }, () => this.subscribe(service, replies)));
	}

	/** Announces an edition without a hold, and makes its deliveries. */
	async announce(
		edition = 57,
		overrides: Parameters<typeof anAnnouncement>[1] = {}
	): Promise<void> {
		const announcement = anAnnouncement(edition, overrides);
		const result = await this.store.announcements.accept({
			announcement,
			approvals: [],
			holdMinutes: 0
		});
		if (!result.ok) throw new Error(`not accepted: ${result.code}`);
		await advanceFully(this.store);
	}

	/** Starts a sender. It is stopped when the test ends. */
	start(
		limits: Partial<SenderLimits> = {},
		{ ca, ...ports }: Partial<SenderPorts> & { readonly ca?: string } = {}
	): RunningSender {
		const client = openPushClient({ isTestOrigin: () => true, ca });
		const sender = PushSender.start({
			outbox: this.store.outbox,
			parseEndpoint: (endpoint) => ok(new URL(endpoint)),
			limits: { ...SENDER_LIMITS, ...limits },
			log: (event) => this.events.push(event),
			post: client.post,
			signer: createVapidSigner(this.keys, 'mailto:operator@example.org'),
			bodiesOf: createMessageBodies(APP_ORIGIN),
			now: () => Date.now() + this.clock.skewMs,
			random: Math.random,
			...ports
		});
		onTestFinished(async () => {
			await sender.stop();
			client.close();
		});
		return sender;
	}

	/** How many deliveries of an edition are waiting, and how many have ended with which outcome. */
	async progress(edition = 57): Promise<Record<string, number>> {
		const { waiting, ended } = (await this.store.announcements.find(edition)) ?? {};
		const seen = Object.entries({ waiting, ...ended }).filter(([, count]) => count !== 0);
		return Object.fromEntries(seen) as Record<string, number>;
	}

	/** Waits until `progress` gives `expected`. */
	async settled(expected: Record<string, number>, edition = 57): Promise<void> {
		await vi.waitFor(
			async () => {
				const progress = await this.progress(edition);
				if (JSON.stringify(progress) !== JSON.stringify(expected)) {
					throw new Error(`it stands at ${JSON.stringify(progress)}`);
				}
			},
			{ timeout: 30_000, interval: 20 }
		);
	}

	/** The alerts that were logged, in order. */
	alerts(): string[] {
		return this.events.flatMap((it) => (it.event === 'sender-alert' ? [it.alert] : []));
	}
}
