import { join } from 'node:path';
import { createECDH, randomBytes } from 'node:crypto';
import { onTestFinished } from 'vitest';
import type { SubscriptionRequest } from '#lib/push/subscription-request.ts';
import { listAnnouncements, postAnnouncement } from '#lib/server/api/announcement-actions.ts';
import type { ApiAction } from '#lib/server/requests/api-call.ts';
import { getOpenApi } from '#lib/server/api/get-openapi.ts';
import { getHealth } from '#lib/server/api/health.ts';
import { createLimits } from '#lib/server/rate-limits/server-limits.ts';
import { getPushKey } from '#lib/server/api/push-key.ts';
import {
	refreshSubscription,
	removeSubscription,
	saveSubscription
} from '#lib/server/api/subscription-actions.ts';
import type { Backend } from '#lib/server/backend/backend.ts';
import { openStore } from '#lib/server/store/open-store.ts';
import { loadVapidKeys } from '#lib/server/web-push/vapid-keys.ts';
import { parseSettings } from '#lib/server/process/settings.ts';
import type { Anchor } from '#lib/trust/anchor.ts';
import { anAnnouncingPublisher, type AnnouncingPublisher } from './announcing.ts';
import { checkAnswer } from '../server/check-openapi.ts';
import { today } from '../publisher/publisher.ts';
import { aTemporaryFolder } from '../publisher/temporary-folder.ts';

/** A backend with its own database, and the publisher of the edition that it serves. */
export interface TestBackend extends Backend, AnnouncingPublisher {
	/**
	 * Sends a request such as `POST /api/push/subscriptions`, from a public IP address unless another is
	 * given. Each answer is checked against the OpenAPI document.
	 */
	readonly ask: (what: ApiRoute, init?: RequestInit, peer?: string) => Promise<Response>;
	readonly backend: Backend;
	readonly alerts: readonly string[];
	/** Moves the clock of API and store forward. */
	readonly passMs: (ms: number) => void;
}

const ROUTES = {
	'GET /api/push/key': getPushKey,
	'POST /api/push/subscriptions': saveSubscription,
	'PUT /api/push/subscriptions': refreshSubscription,
	'DELETE /api/push/subscriptions': removeSubscription,
	'GET /api/announcements': listAnnouncements,
	'POST /api/announcements': postAnnouncement,
	'GET /api/health': getHealth,
	'GET /api/openapi.json': getOpenApi
} as const satisfies Readonly<Record<string, ApiAction>>;
export type ApiRoute = keyof typeof ROUTES;

/** What the backend of a test serves, and its clock. */
export interface Served {
	readonly publishedDir: string;
	readonly anchor: Anchor;
	readonly now: () => Date;
}

/** A backend over a published folder, with a database of its own. */
export async function aBackendOver(
	{ publishedDir, anchor, now }: Served,
	environment: Record<string, string> = {}
): Promise<Pick<TestBackend, 'backend' | 'ask' | 'alerts'>> {
	const folder = aTemporaryFolder();
	const settings = parseSettings({
		PUBLISHED_DIR: publishedDir,
		DATABASE_FILE: join(folder, 'test.sqlite'),
		VAPID_DIR: join(folder, 'vapid'),
		...environment
	});
	const store = await openStore(settings, () => now().getTime() - Date.now());
	onTestFinished(() => store.close());
	const alerts: string[] = [];
	const backend: Backend = {
		...{ settings, store, now, anchor },
		vapidKeys: loadVapidKeys(settings.vapidDir),
		limits: createLimits(settings, () => now().getTime()),
		senderStatus: () => undefined,
		alertOnce: (event) => void alerts.push(event)
	};
	return {
		...{ backend, alerts },
		async ask(what, init, peer = '198.51.100.9') {
			const [method = '', path = ''] = what.split(' ');
			const request = new Request(`${settings.origin}${path}`, { ...init, method });
			const response = await ROUTES[what]({ request, peer }, backend);
			await checkAnswer(method, path, response);
			return response;
		}
	};
}

export async function aBackend(environment: Record<string, string> = {}): Promise<TestBackend> {
	const publishedDir = aTemporaryFolder();
	const publisher = await anAnnouncingPublisher(publishedDir);
	let passed = 0;
	const now = (): Date => new Date(today().getTime() + passed);
	const served = { publishedDir, anchor: publisher.publisher.anchor(), now };
	const { backend, ask, alerts } = await aBackendOver(served, environment);
	return {
		...{ ...backend, ...publisher, backend, ask, alerts },
		passMs: (ms) => {
			passed += ms;
		}
	};
}

/** The request of a new phone, with real keys, its own endpoint and its own token. */
export function aSubscriptionRequest(
	{ vapidKeys }: Pick<Backend, 'vapidKeys'>,
	overrides: Partial<SubscriptionRequest> = {}
): SubscriptionRequest {
	const ecdh = createECDH('prime256v1');
	const id = randomBytes(16).toString('base64url');
	return {
		endpoint: `https://fcm.googleapis.com/fcm/send/${id}`,
		keys: {
			p256dh: ecdh.generateKeys('base64url'),
			auth: randomBytes(16).toString('base64url')
		},
		vapidKeyId: vapidKeys.current.keyId,
		token: randomBytes(32).toString('base64url'),
		...overrides
	};
}
