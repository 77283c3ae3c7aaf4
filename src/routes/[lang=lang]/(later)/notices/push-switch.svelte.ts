import type { InstallState } from '#lib/pwa/install/install-state.ts';
import { unsubscribe } from '#lib/pwa/push/unsubscribe.ts';
import type { PushPorts } from '#lib/pwa/push/push-ports.ts';
import { readPushState, type PushState } from '#lib/pwa/push/read-push-state.ts';
import { turnOn } from '#lib/pwa/push/turn-on.ts';

/** Notices on this phone, as one switch. It reads the phone when it is told to, and acts on taps only. */
export class PushSwitch {
	state = $state.raw<PushState>({ kind: 'reading' });
	readonly #ports: PushPorts;
	readonly #install: () => InstallState;

	constructor(ports: PushPorts, install: () => InstallState) {
		this.#ports = ports;
		this.#install = install;
	}

	async read(): Promise<void> {
		this.state = await readPushState(this.#ports, { install: this.#install() });
	}

	async turnOn(): Promise<void> {
		const key = 'key' in this.state ? this.state.key : undefined;
		// offline when the page was opened: look again, and keep the tap for the phone's question
		if (!key) return this.read();
		this.state = { kind: 'subscribing' };
		const turned = await turnOn(this.#ports, key, () => Notification.requestPermission());
		this.state = turned.kind === 'default' ? { ...turned, key } : turned;
	}

	async turnOff(): Promise<void> {
		this.state = { kind: 'working' };
		await this.#ports.alone(() => unsubscribe(this.#ports)).catch(() => undefined);
		await this.read();
	}
}
