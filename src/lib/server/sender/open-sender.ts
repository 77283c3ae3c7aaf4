import type { Outbox } from '#lib/server/outbox/outbox.ts';
import { parseEndpoint } from '#lib/server/push-services/endpoint-policy.ts';
import { createMessageBodies } from '#lib/server/web-push/message-bodies.ts';
import { openPushClient } from '#lib/server/web-push/push-client.ts';
import { PushSender, type RunningSender } from './push-sender.ts';
import type { SenderEvent } from './outcomes/sender-event.ts';
import { SENDER_LIMITS, type SenderLimits } from './lanes/sender-limits.ts';
import type { VapidKeys } from '#lib/server/web-push/vapid-keys.ts';
import { createVapidSigner } from '#lib/server/web-push/vapid-signer.ts';
import { isVapidSubject } from '#lib/server/web-push/vapid-subject.ts';

/** What a sender of this process is opened with. */
export interface SenderSettings {
	readonly outbox: Outbox;
	readonly keys: VapidKeys;
	/** Whom a push service may write to: `mailto:` or `https:`. */
	readonly subject: string;
	/** The public address of the app, without a slash at its end: where a notice leads. */
	readonly origin: string;
	/** A push service for tests, allowed beside the real ones. */
	readonly testOrigin?: string | undefined;
	/** Its certificate. */
	readonly ca?: string | undefined;
	readonly limits?: Partial<SenderLimits>;
	readonly log: (event: SenderEvent) => void;
}

/**
 * Starts a sender over the clock, the network and the random numbers of this machine. Throws where push
 * services would refuse `subject`.
 */
export function openSender(settings: SenderSettings): RunningSender {
	const { outbox, keys, subject, origin, testOrigin, ca, limits, log } = settings;
	if (!isVapidSubject(subject)) {
		throw new Error(
			`"${subject}" is no contact that push services accept: use mailto:you@example.org or https://example.org/contact.`
		);
	}
	const client = openPushClient({ ca, isTestOrigin: (asked) => asked === testOrigin });
	const sender = PushSender.start({
		outbox,
		parseEndpoint: (endpoint) => parseEndpoint(endpoint, { testOrigin }),
		limits: { ...SENDER_LIMITS, ...limits },
		log,
		post: client.post,
		signer: createVapidSigner(keys, subject),
		bodiesOf: createMessageBodies(origin),
		now: Date.now,
		random: Math.random
	});
	return {
		...sender,
		stop: async () => {
			await sender.stop();
			client.close();
		}
	};
}
