import * as v from 'valibot';
import { SubscriptionRequest, type VapidKey } from '#lib/push/subscription-request.ts';
import type { PushPorts } from '#lib/pwa/push/push-ports.ts';
import { createDatabaseOpener } from '#lib/storage/database/database-opener.ts';
import { readSettings, type Settings } from '#lib/storage/stores/settings-store.ts';
import { toBase64Url } from '#lib/trust/signed/bytes.ts';
import { TODAY } from '../publisher/publisher.ts';

let count = 0;
const bytes = (length: number) => crypto.getRandomValues(new Uint8Array(length));

export const aVapidKey = (): VapidKey => ({
	publicKey: toBase64Url(bytes(65)),
	keyId: toBase64Url(bytes(32))
});

/** A browser's push manager as pages see it: at most one subscription, bound to the key it was made with. */
export class FakeBrowser {
	permission: NotificationPermission = 'granted';
	/** `hangs`: never answers, like a browser whose push service cannot be reached. */
	mood: 'well' | 'hangs' | 'refuses' = 'well';
	subscription: PushSubscription | undefined;
	made = 0;

	readonly manager = {
		getSubscription: () => Promise.resolve(this.subscription ?? null),
		subscribe: ({ applicationServerKey }: { applicationServerKey: BufferSource }) => {
			if (this.mood === 'hangs') return new Promise<never>(() => undefined);
			if (this.mood === 'refuses') return Promise.reject(new Error('AbortError'));
			if (this.subscription) return Promise.reject(new Error('InvalidStateError'));
			this.subscription = this.#make(applicationServerKey as Uint8Array<ArrayBuffer>);
			return Promise.resolve(this.subscription);
		}
	} as unknown as PushManager;

	#make(key: Uint8Array<ArrayBuffer>): PushSubscription {
		const endpoint = `https://push.example/${String((this.made += 1))}`;
		const keys = { p256dh: toBase64Url(bytes(65)), auth: toBase64Url(bytes(16)) };
		return {
			endpoint,
			options: { userVisibleOnly: true, applicationServerKey: key.slice().buffer },
			toJSON: () => ({ endpoint, expirationTime: null, keys }),
			unsubscribe: () => {
				this.subscription = undefined;
				return Promise.resolve(true);
			}
		} as unknown as PushSubscription;
	}
}

/** The push API of a server, in memory: subscriptions by token. */
export class FakePushServer {
	key = aVapidKey();
	/** `lossy` carries out requests, but loses its answers. `static` is a host without the API. */
	mood: 'well' | 'offline' | 'lossy' | 'static' | 'busy' = 'well';
	readonly rows = new Map<string, SubscriptionRequest>();
	readonly asked: string[] = [];

	readonly fetch: typeof fetch = (input, init = {}) => {
		const method = init.method ?? 'GET';
		this.asked.push(`${method} ${input instanceof Request ? input.url : String(input)}`);
		if (this.mood === 'offline') return Promise.reject(new TypeError('Failed to fetch'));
		if (this.mood === 'static') return Promise.resolve(new Response('', { status: 404 }));
		if (this.mood === 'busy') return Promise.resolve(new Response('', { status: 503 }));
		const answer = this.#answer(method, init);
		return this.mood === 'lossy' && method !== 'GET'
			? Promise.reject(new TypeError('Failed to fetch'))
			: Promise.resolve(answer);
	};

	#answer(method: string, { body, headers }: RequestInit): Response {
		if (method === 'GET') return Response.json(this.key);
		const token = new Headers(headers).get('authorization')?.replace('Bearer ', '');
		if (method === 'DELETE') {
			return new Response(null, { status: this.rows.delete(token ?? '') ? 204 : 404 });
		}
		const request = v.parse(SubscriptionRequest, JSON.parse(body as string));
		if (method === 'PUT' && !this.rows.has(token ?? '')) return new Response('', { status: 404 });
		this.rows.set(request.token, request);
		return Response.json({}, { status: method === 'PUT' ? 200 : 201 });
	}
}

/** A phone with its own storage, this browser and this server. */
export function aPushPhone() {
	const browser = new FakeBrowser();
	const server = new FakePushServer();
	const clock = { now: new Date(TODAY) };
	const open = createDatabaseOpener(`push-phone-${String((count += 1))}`);
	const ports: PushPorts = {
		open,
		fetch: server.fetch,
		pushManager: () => Promise.resolve(browser.manager),
		permission: () => browser.permission,
		alone: (work) => work(),
		now: () => clock.now,
		waitMs: 20
	};
	const settings = async (): Promise<Settings> => readSettings(await open());
	return { browser, server, clock, ports, settings };
}
